namespace TextSeg.Nlp.Tokenizers.PostProcessors;

/// <summary>Tokens of one text, or of a text with what a post-processor put around it. Tokens and offsets stay empty where only ids are wanted.</summary>
/// <param name="typeId">Type id of all tokens to begin with.</param>
/// <param name="capacity">Tokens to make room for.</param>
internal sealed class TokenSequence(int typeId, int capacity = 4)
{
    /// <summary>Type id that every token gets unless a post-processor says otherwise.</summary>
    public int TypeId { get; set; } = typeId;

    public List<int> Ids { get; } = new(capacity);

    public List<string> Tokens { get; } = new(capacity);

    /// <summary>Code points of the original text.</summary>
    public List<TextSpan> Offsets { get; } = new(capacity);

    public int Count => Ids.Count;

    public void Add(int id, string token, TextSpan offsets)
    {
        Ids.Add(id);
        Tokens.Add(token);
        Offsets.Add(offsets);
    }

    /// <summary>Keeps the first tokens, or the last.</summary>
    public void Truncate(int count, bool keepLast)
    {
        Cut(Ids, count, keepLast);
        Cut(Tokens, count, keepLast);
        Cut(Offsets, count, keepLast);
    }

    private static void Cut<T>(List<T> list, int count, bool keepLast)
    {
        if (list.Count > count)
        {
            list.RemoveRange(keepLast ? 0 : count, list.Count - count);
        }
    }
}
