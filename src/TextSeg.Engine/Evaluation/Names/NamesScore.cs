namespace TextSeg.Engine.Evaluation.Names;

/// <summary>How well the proof of names tells truth from lies.</summary>
/// <param name="Names">Names drafted.</param>
/// <param name="Lies">False statements.</param>
/// <param name="LiesStruck">Of them, those struck.</param>
/// <param name="Truths">True statements.</param>
/// <param name="TruthsStruck">Of them, those struck.</param>
/// <param name="Kinds">The same for each kind of statement.</param>
/// <param name="Errors">Each statement that was judged wrongly.</param>
public sealed record NamesScore(
    int Names, int Lies, int LiesStruck, int Truths, int TruthsStruck, IReadOnlyList<StatementKindScore> Kinds, IReadOnlyList<MisjudgedStatement> Errors)
{
    /// <summary>Share of lies struck, 0 to 1.</summary>
    public double ShareOfLiesStruck => LiesStruck / (double)Math.Max(1, Lies);

    /// <summary>Share of true statements struck, 0 to 1.</summary>
    public double ShareOfTruthsStruck => TruthsStruck / (double)Math.Max(1, Truths);
}

/// <summary>How one kind of statement fared.</summary>
/// <param name="Kind">What it speaks of, or the kind of lie.</param>
/// <param name="IsTrue">Whether statements of this kind are true.</param>
/// <param name="Statements">How many there were.</param>
/// <param name="Struck">How many were struck.</param>
public sealed record StatementKindScore(string Kind, bool IsTrue, int Statements, int Struck);

/// <summary>A statement that was judged wrongly.</summary>
/// <param name="Segment">The planted segment.</param>
/// <param name="Text">The statement.</param>
/// <param name="Kind">What it speaks of, or the kind of lie.</param>
/// <param name="Reason">Why it was struck; null for a lie that was not.</param>
public sealed record MisjudgedStatement(string Segment, string Text, string Kind, string? Reason);
