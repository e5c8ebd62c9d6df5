namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>The rows whose labels a head knows.</summary>
/// <param name="Rows">At least one.</param>
/// <param name="Truth">What is true of each.</param>
/// <param name="Notes">What was left out and what makes the figures thin, a sentence each.</param>
internal sealed record KnownRows(IReadOnlyList<HeadRow> Rows, ulong[] Truth, IReadOnlyList<string> Notes)
{
    private const int MostNamed = 10;

    /// <exception cref="JobException">There is no such row.</exception>
    public static KnownRows Of(LabelSpace space, IReadOnlyList<HeadRow> rows)
    {
        (HeadRow Row, ulong? Truth)[] read = [.. rows.Select(row => (row, string.IsNullOrWhiteSpace(row.Text) ? null : space.Truth(row)))];
        (HeadRow Row, ulong? Truth)[] known = [.. read.Where(row => row.Truth is not null)];
        List<string> notes = [];
        if (rows.Count(row => string.IsNullOrWhiteSpace(row.Text)) is var empty and > 0)
        {
            notes.Add($"{empty} of {rows.Count} rows have no text and are left out.");
        }

        if (Unknown(space, rows) is { Length: > 0 } unknown)
        {
            var named = string.Join(", ", unknown.Take(MostNamed).Select(label => $"{label.Key} ({label.Count()} rows)")) + (unknown.Length > MostNamed ? ", and others" : "");
            notes.Add($"The head {space.Head.Name} does not know {(unknown.Length == 1 ? "the label" : $"{unknown.Length} labels:")} {named}; rows with them are left out. It knows {string.Join(", ", space.Labels)}.");
        }

        if (read.Count(row => row.Truth is null && !string.IsNullOrWhiteSpace(row.Row.Text) && row.Row.Labels.All(space.Knows)) is var many and > 0)
        {
            notes.Add($"{many} rows have no label, or several where the head {space.Head.Name} tells one, and are left out.");
        }

        if (known.Length == 0)
        {
            throw new JobException(string.Join(" ", [.. notes, $"So no row is left to measure the head {space.Head.Name} on."])) { IsWrongUse = true };
        }

        ulong[] truth = [.. known.Select(row => row.Truth!.Value)];
        return new KnownRows([.. known.Select(row => row.Row)], truth, [.. notes, .. Thin(space, truth)]);
    }

    private static IGrouping<string, string>[] Unknown(LabelSpace space, IReadOnlyList<HeadRow> rows) =>
        [.. rows.SelectMany(row => row.Labels.Distinct()).Where(label => !space.Knows(label)).GroupBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(label => label.Count()).ThenBy(label => label.Key, StringComparer.Ordinal)];

    private static IEnumerable<string> Thin(LabelSpace space, ulong[] truth)
    {
        var present = truth.Aggregate(0UL, (all, row) => all | row);
        if (System.Numerics.BitOperations.PopCount(present) == 1)
        {
            yield return $"All rows have the same label, {space.Labels[System.Numerics.BitOperations.TrailingZeroCount(present)]}: the figures say how often it is found, not how well it is told from others.";
        }

        if (truth.Length < Measures.Bootstrap.FewestUnits)
        {
            yield return $"{truth.Length} rows are too few for an interval, which needs {Measures.Bootstrap.FewestUnits}.";
        }
    }
}
