using TextSeg.Engine.Storage;

namespace TextSeg.Engine.MemberRights;

/// <summary>Everything that is held on one member, for the member.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Member">Identity within it.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Posts">Their posts as they came, with what was read in them.</param>
/// <param name="Segments">Segments of the current run that they belong to.</param>
public sealed record MemberRecord(string Source, string Member, string? Name, IReadOnlyList<RecordedPost> Posts, IReadOnlyList<RecordedMembership> Segments)
{
    /// <summary>The consents that they gave and took back.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>What they did elsewhere: orders, visits, clicks.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];

    /// <summary>Reads everything of one member; null where there is none.</summary>
    public static MemberRecord? Read(Workspace workspace, string source, string member)
    {
        var found = workspace.Connection.Query(
            "SELECT Id, Name FROM Members WHERE Source = $1 AND ExternalId = $2", row => (Id: row.GetInt64(0), Name: row.Text(1)), source, member).ToList();
        return found.Count == 0 ? null : new MemberRecord(source, member, found[0].Name, ReadPosts(workspace, found[0].Id), ReadSegments(workspace, found[0].Id))
        {
            Events = [.. workspace.Connection.Query(
                "SELECT ExternalId, Kind, Time, Value FROM MemberEvents WHERE MemberId = $1 ORDER BY Time, Id",
                row => new RecordedEvent(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.IsDBNull(3) ? null : row.GetDouble(3)),
                found[0].Id)],
        };
    }

    private static RecordedPost[] ReadPosts(Workspace workspace, long member)
    {
        var labels = workspace.Connection.Query(
            "SELECT a.PostId, a.Kind, a.Label, a.Confidence FROM Annotations a JOIN Posts p ON p.Id = a.PostId WHERE p.MemberId = $1 ORDER BY a.PostId, a.Kind, a.Label",
            row => (Post: row.GetInt64(0), Label: new RecordedLabel(row.GetString(1), row.GetString(2), Math.Round(row.GetDouble(3), 4))), member).ToLookup(pair => pair.Post, pair => pair.Label);
        var earlier = workspace.Connection.Query(
            "SELECT r.PostId, r.RawText FROM Revisions r JOIN Posts p ON p.Id = r.PostId WHERE p.MemberId = $1 ORDER BY r.PostId, r.Revision",
            row => (Post: row.GetInt64(0), Text: row.GetString(1)), member).ToLookup(pair => pair.Post, pair => pair.Text);
        return [.. workspace.Connection.Query(
            "SELECT Id, ExternalId, Time, Title, RawText, Language FROM Posts WHERE MemberId = $1 ORDER BY Id",
            row => new RecordedPost(
                row.GetInt64(0), row.GetString(1), row.Number(2) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null, row.Text(3), row.GetString(4), row.Text(5), [], []),
            member).ToList().Select(post => post with { Labels = [.. labels[post.Post]], EarlierTexts = [.. earlier[post.Post]] })];
    }

    private static RecordedMembership[] ReadSegments(Workspace workspace, long member) => [.. workspace.Connection.Query(
        """
        SELECT s.Id, s.Name, m.Weight FROM Memberships m JOIN Segments s ON s.RunId = m.RunId AND s.Id = m.SegmentId
        WHERE m.MemberId = $1 AND m.RunId > 0 ORDER BY m.Weight DESC, s.Id
        """,
        row => new RecordedMembership(row.GetString(0), row.GetString(1), Math.Round(row.GetDouble(2), 4)), member)];
}

/// <summary>A post of a member's record.</summary>
public sealed record RecordedPost(
    long Post, string Id, DateTimeOffset? Time, string? Title, string Text, string? Language, IReadOnlyList<RecordedLabel> Labels, IReadOnlyList<string> EarlierTexts);

/// <summary>Something that a member did elsewhere.</summary>
public sealed record RecordedEvent(string Id, string Kind, DateTimeOffset Time, double? Value);

/// <summary>A label of a member's post.</summary>
public sealed record RecordedLabel(string Kind, string Label, double Confidence);

/// <summary>A segment that a member belongs to.</summary>
public sealed record RecordedMembership(string Id, string Name, double Weight);
