using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Naming;

/// <summary>How the names of a run came about.</summary>
public sealed record NamingFacts
{
    /// <summary>Who was to name: "key phrases", or a chat model.</summary>
    public required string Namer { get; init; }

    /// <summary>Names by that namer.</summary>
    public required int Names { get; init; }

    /// <summary>Names made of key phrases in its place.</summary>
    public int Replaced { get; init; }

    /// <summary>Names that were not borne out, shown because no other was either.</summary>
    public int Unproven { get; init; }

    /// <summary>Statements struck because nothing proves them.</summary>
    public int Struck { get; init; }

    /// <summary>Calls made to the chat model, repeated ones too.</summary>
    public int Calls { get; init; }

    /// <summary>The most calls that were allowed.</summary>
    public int MostCalls { get; init; }

    /// <summary>Answers that the workspace remembered, with no call.</summary>
    public int Remembered { get; init; }

    /// <summary>Questions without an answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>Tokens asked and answered.</summary>
    public long Tokens { get; init; }

    /// <summary>The most tokens that were allowed.</summary>
    public long MostTokens { get; init; }

    /// <summary>Why names were replaced, each reason once.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    internal static NamingFacts Of(ISegmentNamer namer, IReadOnlyList<SegmentName> names)
    {
        var chat = namer as ChatSegmentNamer;
        var maker = chat?.Model ?? ExtractiveSegmentNamer.Maker;
        var own = names.Count(name => name.Maker == maker);
        return new NamingFacts
        {
            Namer = maker,
            Names = own,
            Replaced = names.Count - own,
            Unproven = names.Count(name => !name.IsProven),
            Struck = names.Sum(name => name.Struck.Count),
            Calls = chat?.Usage.Calls ?? 0,
            MostCalls = chat?.Usage.MostCalls ?? 0,
            Remembered = chat?.Usage.Remembered ?? 0,
            Unanswered = chat?.Usage.Unanswered ?? 0,
            Tokens = chat?.Usage.Tokens ?? 0,
            MostTokens = chat?.Usage.MostTokens ?? 0,
            Notes = [.. names.Select(name => name.Note).OfType<string>().Distinct()],
        };
    }
}
