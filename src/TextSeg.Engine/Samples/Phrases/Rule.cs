namespace TextSeg.Engine.Samples.Phrases;

/// <summary>A named set of alternative phrases.</summary>
internal sealed class Rule(string name, int index)
{
    public string Name { get; } = name;

    /// <summary>Position among the grammar's rules.</summary>
    public int Index { get; } = index;

    public List<PhraseNode> Alternatives { get; } = [];
}
