using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Mining.Naming;

/// <summary>All that a namer may know of a segment: key phrases, figures and a few masked excerpts; no names of members.</summary>
public sealed record SegmentEvidence
{
    /// <summary>The segment's number in this run; never shown.</summary>
    public required int Segment { get; init; }

    /// <summary>Members whose first segment it is.</summary>
    public required int Members { get; init; }

    /// <summary>Share of all placed members, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Phrases that tell the segment from the others, strongest first, as members wrote them.</summary>
    public required IReadOnlyList<KeyPhrase> Phrases { get; init; }

    /// <summary>Topics written about more than elsewhere, the label as <see cref="EvidenceFigure.What"/>, strongest first.</summary>
    public required IReadOnlyList<EvidenceFigure> Topics { get; init; }

    /// <summary>Signals of how, when and with whom they write that differ from everybody else, strongest first.</summary>
    public required IReadOnlyList<EvidenceFigure> Signals { get; init; }

    /// <summary>What they want and how they feel, as far as it differs from everybody else, strongest first.</summary>
    public IReadOnlyList<EvidenceFigure> Readings { get; init; } = [];

    /// <summary>All signals that differ, also those too many for <see cref="Signals"/> and <see cref="Readings"/>.</summary>
    public IReadOnlyList<EvidenceFigure> AllSignals { get; init; } = [];

    /// <summary>What a statement is checked against: signals that differ where each is asked for alone, not searched among all. By default <see cref="AllSignals"/>.</summary>
    public IReadOnlyList<EvidenceFigure> Claimable { get => field ?? AllSignals; init; }

    /// <summary>Whether moods and intents of posts were read: only then are statements about what members want or feel held against figures.</summary>
    public bool IsRead { get; init; }

    /// <summary>Masked excerpts of posts by different members.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>The members whose posts are quoted: statements are checked on the others.</summary>
    public IReadOnlyCollection<int> QuotedMembers { get; init; } = [];

    /// <summary>English name of the language that most of its members write in, when clearly more of them than elsewhere; else null.</summary>
    public string? Language { get; init; }

    /// <summary>That language's figures; null without <see cref="Language"/>.</summary>
    public EvidenceFigure? LanguageFigure { get; init; }

    /// <summary>What can be said of them in a word.</summary>
    public SegmentMarks Marks { get; init; }

    /// <summary>The nearest other segments.</summary>
    public IReadOnlyList<NeighborContrast> Neighbors { get; init; } = [];

    /// <summary>Rules that the name must keep.</summary>
    public required NameRules Rules { get; init; }

    /// <summary>Names given in this run so far.</summary>
    public IReadOnlyList<string> TakenNames { get; init; } = [];
}
