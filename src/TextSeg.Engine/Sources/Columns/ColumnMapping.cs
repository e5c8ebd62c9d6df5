using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Columns;

/// <summary>The column taken for one role.</summary>
/// <param name="Role">What the column means.</param>
/// <param name="Column">Its name.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Confidence">How sure the guess is, 0 to 1; 1 when the user named the column.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Alternatives">Other columns that could have been meant, the likeliest first.</param>
public sealed record ColumnChoice(ColumnRole Role, string Column, int Index, double Confidence, string Reason, IReadOnlyList<string> Alternatives);

/// <summary>Which column means what, with the reasons: a guess that the user can read and change.</summary>
/// <param name="Columns">All columns of the table.</param>
/// <param name="Choices">One for each role that was found, in the order of the roles; the text is always among them.</param>
/// <param name="Kind">Kind of the posts.</param>
/// <param name="KindReason">Why this kind.</param>
public sealed record ColumnMapping(IReadOnlyList<string> Columns, IReadOnlyList<ColumnChoice> Choices, PostKind Kind, string KindReason)
{
    /// <summary>Place of the label column, from 0; −1 when none was asked for.</summary>
    internal int LabelIndex { get; init; } = -1;

    /// <summary>Reads the time column; null when there is none.</summary>
    internal TimeReader? Times { get; init; }

    /// <summary>The choice for a role; null when none was found.</summary>
    public ColumnChoice? this[ColumnRole role] => Choices.FirstOrDefault(choice => choice.Role == role);

    /// <summary>The choices as the user would write them for <c>--columns</c>.</summary>
    public string ToOverrides() => string.Join(",", Choices.Select(choice => $"{choice.Role.Word()}={choice.Column}"));
}
