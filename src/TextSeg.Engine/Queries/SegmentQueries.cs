using System.Text.Json;
using TextSeg.Engine.Behaviour;
using TextSeg.Engine.Segments.Placement;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Queries;

/// <summary>A segment in a list.</summary>
/// <param name="Id">Its id in the current run.</param>
/// <param name="Parent">The wider segment that holds it.</param>
/// <param name="Name">Who they are, in plain words.</param>
/// <param name="Description">A few sentences.</param>
/// <param name="Members">Members in it.</param>
/// <param name="Stability">Agreement under resampling, 0 to 1.</param>
/// <param name="Facts">Evidence of the card.</param>
public sealed record SegmentCard(string Id, string? Parent, string Name, string Description, int Members, double Stability, JsonElement Facts)
{
    /// <summary>What its members did elsewhere, beside all others: orders, visits, clicks; empty where nothing is known, or too little to be shown.</summary>
    public IReadOnlyList<BehaviourFigure> Behaviour { get; init; } = [];
}

/// <summary>What the current run knows of segments.</summary>
public sealed class SegmentQueries(Workspace workspace)
{
    private readonly long _run = CurrentRun.RequiredId(workspace);

    /// <summary>All segments, the largest first; none where posts have no authors.</summary>
    public IReadOnlyList<SegmentCard> All() => [.. Read("TRUE", [])];

    /// <summary>One segment.</summary>
    /// <exception cref="JobException">There is none of this id.</exception>
    public SegmentCard Get(string id) => Read("Id = $2", [id]).FirstOrDefault()
        ?? throw new JobException($"The current run has no segment {id}: textseg segments lists them.") { IsWrongUse = true, IsMissing = true };

    /// <summary>Members that the run found in each segment and that are there still, without those who were placed since.</summary>
    internal Dictionary<string, int> FoundMembers() => workspace.Connection.Query(
        "SELECT SegmentId, COUNT(*) FROM Memberships WHERE RunId = $1 AND IsOwn = 1 AND State <> $2 GROUP BY SegmentId",
        row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1)), _run, PlacedMember.State).ToDictionary();

    private IEnumerable<SegmentCard> Read(string where, object?[] values) => workspace.Connection.Query(
        $"SELECT Id, ParentId, Name, Description, Members, Stability, Facts FROM Segments WHERE RunId = $1 AND {where} ORDER BY Members DESC, Id",
        row => new SegmentCard(
            row.GetString(0), row.Text(1), row.GetString(2), row.GetString(3), row.GetInt32(4), Math.Round(row.GetDouble(5), 3),
            JsonSerializer.Deserialize<JsonElement>(row.GetString(6))),
        [_run, .. values]);
}
