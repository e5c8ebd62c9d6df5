namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>Which two tokens may become one, and how early (lower rank first).</summary>
internal sealed class BpeMerges
{
    private readonly Dictionary<(int Left, int Right), (int Rank, int Id)> _merges = [];

    /// <param name="vocabulary">Holds both parts and the whole of every merge.</param>
    /// <param name="merges">From first to last.</param>
    /// <param name="continuingPrefix">Dropped from the right part when the whole is spelt.</param>
    /// <exception cref="InvalidDataException">A part or a whole is not in the vocabulary.</exception>
    public BpeMerges(Vocabulary vocabulary, IEnumerable<(string Left, string Right)> merges, string? continuingPrefix)
    {
        var prefix = continuingPrefix?.Length ?? 0;
        var rank = 0;
        foreach (var (left, right) in merges)
        {
            var whole = left + (right.Length >= prefix ? right[prefix..] : "");
            _merges[(Id(left), Id(right))] = (rank++, Id(whole));
        }

        int Id(string token) => vocabulary.Find(token) ?? throw new InvalidDataException(
            $"The BPE merges in tokenizer.json need the token '{token}', which the vocabulary lacks. Export the tokenizer again.");
    }

    public bool TryFind(int left, int right, out (int Rank, int Id) merge) => _merges.TryGetValue((left, right), out merge);
}
