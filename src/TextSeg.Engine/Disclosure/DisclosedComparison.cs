using System.Text.Json;
using TextSeg.Engine.Comparison;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Disclosure;

/// <summary>What may be shown of a comparison of runs: groups and moves of enough members, and none from which a hidden one could be reckoned.</summary>
public static class DisclosedComparison
{
    private const string Nowhere = "none";

    /// <summary>The comparison of a run with the one before.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="run">The run.</param>
    /// <param name="minimum">Members that a group must have to be shown.</param>
    /// <exception cref="JobException">There was no run before.</exception>
    public static RunComparison Read(Workspace workspace, long run, int minimum)
    {
        var stored = workspace.Connection.Query("SELECT Facts FROM RunComparisons WHERE RunId = $1", row => row.GetString(0), run).FirstOrDefault()
            ?? throw new JobException("There was no run before that one to compare it with.") { IsMissing = true };
        var all = JsonSerializer.Deserialize<RunComparison>(stored, StoredJson.Options)!;
        return all with { Topics = Shown(all.Topics, minimum), Segments = Shown(all.Segments, minimum), Moves = Shown(all, minimum) };
    }

    private static GroupComparison Shown(GroupComparison all, int minimum)
    {
        var (before, after) = (SmallGroups.Hidden(all.SizesBefore, minimum), SmallGroups.Hidden(all.SizesAfter, minimum));
        var changes = all.Changes.Select(change => change with { Before = Left(change.Before, before), After = Left(change.After, after) }).Where(change => change.Before.Count + change.After.Count > 0);
        return new GroupComparison(all.ItemsBefore, all.ItemsAfter, [.. changes]);
    }

    private static ComparedGroup[] Left(IReadOnlyList<ComparedGroup> groups, IReadOnlySet<string> hidden) => [.. groups.Where(group => !hidden.Contains(group.Id))];

    // A move is hidden where it is small, or is needed to hide a small one of the same segment, before or now.
    private static MemberMove[] Shown(RunComparison all, int minimum)
    {
        var (before, after) = (SmallGroups.Hidden(all.Segments.SizesBefore, minimum), SmallGroups.Hidden(all.Segments.SizesAfter, minimum));
        var byOld = SmallGroups.Hidden([.. all.Moves.Select((move, i) => new GroupSize(Key(i), move.From ?? Nowhere, move.Members))], minimum);
        var byNew = SmallGroups.Hidden([.. all.Moves.Select((move, i) => new GroupSize(Key(i), move.To ?? Nowhere, move.Members))], minimum);
        return [.. all.Moves.Where((move, i) => !byOld.Contains(Key(i)) && !byNew.Contains(Key(i)) && !before.Contains(move.From ?? "") && !after.Contains(move.To ?? ""))];
    }

    private static string Key(int move) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"move {move}");
}
