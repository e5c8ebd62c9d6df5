using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Segments;

/// <summary>What a segment's card shows beside its name.</summary>
public sealed record SegmentFacts
{
    /// <summary>Posts by its members.</summary>
    public required int Posts { get; init; }

    /// <summary>Share of its members who are its core, 0 to 1.</summary>
    public required double ShareCore { get; init; }

    /// <summary>What its members write more often than others.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>Signals that set it apart, most telling first.</summary>
    public required IReadOnlyList<SegmentContrast> Contrasts { get; init; }

    /// <summary>Its members' largest topics.</summary>
    public required IReadOnlyList<NamedShare> Topics { get; init; }

    /// <summary>The languages of its members' posts.</summary>
    public required IReadOnlyList<NamedShare> Languages { get; init; }

    /// <summary>What its members want and how they feel; null where posts were not read.</summary>
    public SegmentReadings? Readings { get; init; }

    /// <summary>How much each group of signals counted; the shares add up to 1.</summary>
    public required IReadOnlyList<NamedShare> Weights { get; init; }

    /// <summary>The nearest other segments, and what tells this one from them.</summary>
    public IReadOnlyList<SegmentNeighbor> Neighbors { get; init; } = [];

    /// <summary>Who named it, and what was not believed; null in a run by an earlier version.</summary>
    public SegmentNameFacts? Naming { get; init; }

    /// <summary>Posts that stand for it, by different members.</summary>
    public required IReadOnlyList<long> Quotes { get; init; }

    /// <summary>The topics that the card's sentences name; empty while nothing was edited by hand.</summary>
    public IReadOnlyList<CardTopic> NamedTopics { get; init; } = [];
}

/// <summary>A topic that a card names in its sentences.</summary>
/// <param name="Label">As it is written there.</param>
/// <param name="Id">Its id in the run.</param>
/// <param name="Posts">Posts it had then: a topic with as many has the figures of the card.</param>
public sealed record CardTopic(string Label, string Id, int Posts);

/// <summary>How a name came about.</summary>
/// <param name="Maker">"key phrases", or a chat model.</param>
/// <param name="Struck">Statements that were taken out, with the reason; the words are empty where they must not be shown.</param>
/// <param name="IsProven">Whether the name itself was borne out.</param>
/// <param name="Note">Why another namer's name was not taken; null where it was.</param>
public sealed record SegmentNameFacts(string Maker, IReadOnlyList<StruckClause> Struck, bool IsProven, string? Note);

/// <summary>A signal that sets a segment apart, in a reader's words.</summary>
/// <param name="Signal">What is measured.</param>
/// <param name="Here">Its value in the segment.</param>
/// <param name="Elsewhere">Its value for everybody else.</param>
public sealed record SegmentContrast(string Signal, string Here, string Elsewhere)
{
    /// <summary>How a topic's figure is called.</summary>
    public static string OfTopic(string label) => $"posts on “{label}”";
}

/// <summary>A segment that is near.</summary>
/// <param name="Id">Its id in the run.</param>
/// <param name="Name">Its name.</param>
/// <param name="Similarity">Cosine of the two centres, −1 to 1.</param>
/// <param name="Contrasts">What tells the two apart, this one's figure first.</param>
public sealed record SegmentNeighbor(string Id, string Name, double Similarity, IReadOnlyList<SegmentContrast> Contrasts);

/// <summary>A named share between 0 and 1.</summary>
public sealed record NamedShare(string Name, double Share);
