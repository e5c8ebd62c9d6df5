using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Segments.Placement;

/// <summary>Writes where members were placed since a run, within the open transaction. A member who stays in the own segment keeps the run's place; the sizes of segments are kept in line.</summary>
internal sealed class MemberPlaces(Workspace workspace, long run)
{
    private const string Own = "SELECT MemberId, SegmentId FROM Memberships WHERE RunId = $1 AND IsOwn = 1";

    public void Write(IReadOnlyList<PlacedMember> members)
    {
        WriteProfiles(members);
        var placed = members.Where(member => member.Segment >= 0).ToList();
        if (workspace.Connection.Any("SELECT 1 FROM Memberships WHERE RunId = $1", -run))
        {
            // Segments were merged by hand: as they were found they stand under the negative number.
            var whole = Merged();
            Place(-run, placed, segment => segment);
            Place(run, placed, segment => whole.GetValueOrDefault(segment, segment));
        }
        else
        {
            Place(run, placed, segment => segment);
        }
    }

    private void Place(long number, List<PlacedMember> members, Func<string, string> idOf)
    {
        var known = workspace.Connection.Query("SELECT Id FROM Segments WHERE RunId = $1", row => row.GetString(0), number).ToHashSet();
        var own = OwnOf(number, members);
        using var leave = workspace.Connection.Prepare("DELETE FROM Memberships WHERE RunId = $1 AND MemberId = $2", 2);
        using var enter = workspace.Connection.Prepare("INSERT INTO Memberships (RunId, MemberId, SegmentId, Weight, State, IsOwn) VALUES ($1, $2, $3, 1, $4, 1)", 4);
        using var count = workspace.Connection.Prepare("UPDATE Segments SET Members = Members + $3 WHERE RunId = $1 AND Id = $2", 3);
        foreach (var member in members)
        {
            var (before, now) = (own.GetValueOrDefault(member.Member), idOf(SegmentWriter.IdOf(member.Segment)));
            if (before == now || !known.Contains(now))
            {
                continue;
            }

            leave.Bind(number, member.Member).ExecuteNonQuery();
            enter.Bind(number, member.Member, now, PlacedMember.State).ExecuteNonQuery();
            count.Bind(number, now, 1).ExecuteNonQuery();
            if (before is not null)
            {
                count.Bind(number, before, -1).ExecuteNonQuery();
            }
        }
    }

    private Dictionary<long, string> OwnOf(long number, List<PlacedMember> members) => workspace.Connection.Query(
        $"{Own} AND MemberId IN ({workspace.Connection.Provider.NumbersIn("$2")})", row => KeyValuePair.Create(row.GetInt64(0), row.GetString(1)), number, SqlList.Of(members.Select(member => member.Member))).ToDictionary();

    /// <summary>In which segment most members of each found segment are now.</summary>
    private Dictionary<string, string> Merged() => workspace.Connection.Query(
        $"SELECT Found.SegmentId, Edited.SegmentId, COUNT(*) FROM ({Own}) AS Found JOIN ({Own.Replace("$1", "$2", StringComparison.Ordinal)}) AS Edited ON Edited.MemberId = Found.MemberId GROUP BY Found.SegmentId, Edited.SegmentId",
        row => (Found: row.GetString(0), Edited: row.GetString(1), Members: row.GetInt64(2)), -run, run)
        .GroupBy(pair => pair.Found).ToDictionary(pairs => pairs.Key, pairs => pairs.OrderByDescending(pair => pair.Members).ThenBy(pair => pair.Edited, StringComparer.Ordinal).First().Edited);

    private void WriteProfiles(IReadOnlyList<PlacedMember> members)
    {
        using var write = workspace.Connection.Prepare(
            "INSERT INTO Profiles (RunId, MemberId, Posts, Facts) VALUES ($1, $2, $3, $4) ON CONFLICT (RunId, MemberId) DO UPDATE SET Posts = excluded.Posts, Facts = excluded.Facts", 4);
        foreach (var member in members)
        {
            write.Bind(run, member.Member, member.Posts, member.Facts).ExecuteNonQuery();
        }
    }
}
