namespace TextSeg.Mining.Naming;

/// <summary>What a segment is called.</summary>
/// <param name="Name">Who they are and what they do, three to nine words.</param>
/// <param name="Description">A few sentences: who, what they write about, how they differ, with figures.</param>
/// <param name="Phrases">The members' phrases that the name is made of: quotes are chosen to show them.</param>
public sealed record SegmentName(string Name, string Description, IReadOnlyList<string> Phrases)
{
    /// <summary>Who made it: <see cref="ExtractiveSegmentNamer.Maker"/>, or a model's name.</summary>
    public string Maker { get; init; } = ExtractiveSegmentNamer.Maker;

    /// <summary>Numbers of <see cref="EvidenceSheet"/> that the name rests on.</summary>
    public IReadOnlyList<int> Evidence { get; init; } = [];

    /// <summary>The statements of the description, each with the evidence it rests on.</summary>
    public IReadOnlyList<NameClause> Clauses { get; init; } = [];

    /// <summary>Statements that were taken out because nothing proves them.</summary>
    public IReadOnlyList<StruckClause> Struck { get; init; } = [];

    /// <summary>Whether the name itself was borne out; one that was not is shown only where no other was.</summary>
    public bool IsProven { get; init; } = true;

    /// <summary>Why another namer's name was not taken, in one sentence; null where it was.</summary>
    public string? Note { get; init; }
}

/// <summary>A statement about a segment.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Evidence">Numbers of <see cref="EvidenceSheet"/>.</param>
public sealed record NameClause(string Text, IReadOnlyList<int> Evidence);

/// <summary>A statement that was taken out.</summary>
/// <param name="Text">What it said; empty where it must not be shown.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record StruckClause(string Text, string Reason);
