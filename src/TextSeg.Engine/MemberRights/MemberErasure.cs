using System.Globalization;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;

namespace TextSeg.Engine.MemberRights;

/// <summary>
/// Takes a member out of a workspace: posts and their older versions, what they did, vectors, labels, profile, memberships, the search index, what names and phrases took from them,
/// remembered answers of chat models. The files are written anew, so that no byte of it stays behind. Killed, it is to be repeated; the member is gone when it has ended.
/// </summary>
public sealed class MemberErasure(Workspace workspace)
{
    /// <summary>The number of a member; null where there is none.</summary>
    public long? Find(string source, string member) => workspace.Connection.Query(
        "SELECT Id FROM Members WHERE Source = $1 AND ExternalId = $2", row => (long?)row.GetInt64(0), source, member).FirstOrDefault();

    /// <summary>Takes a member out, with everything of theirs.</summary>
    public async Task<ErasedCounts> EraseAsync(long member, CancellationToken cancellationToken = default)
    {
        var posts = workspace.Connection.Query("SELECT Id FROM Posts WHERE MemberId = $1 ORDER BY Id", row => row.GetInt64(0), member).ToArray();
        var names = workspace.Connection.Query("SELECT COALESCE(Name, ''), ExternalId FROM Members WHERE Id = $1", row => (string[])[row.GetString(0), row.GetString(1)], member).Single();
        return await EraseAsync(posts, [member], names, cancellationToken);
    }

    /// <summary>Takes out posts and events of a source that are older than a time, and the members of whom nothing else is left; the others stay.</summary>
    public Task<ErasedCounts> EraseOlderAsync(string source, DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var old = new OldPosts(workspace, source, before);
        var (posts, members) = (old.Posts(), old.EmptiedMembers());
        return posts.Length == 0 && old.Events() == 0
            ? Task.FromResult(new ErasedCounts(0, 0, 0, 0, 0, 0))
            : EraseAsync(posts, [.. members.Select(member => member.Id)], [.. members.SelectMany(member => member.Names)], cancellationToken, old);
    }

    /// <summary>Takes single posts out, as when they were deleted where they came from; their authors stay.</summary>
    public Task<ErasedCounts> ErasePostsAsync(IReadOnlyList<long> posts, CancellationToken cancellationToken = default) => EraseAsync([.. posts], [], [], cancellationToken);

    private async Task<ErasedCounts> EraseAsync(long[] posts, long[] members, string[] names, CancellationToken cancellationToken, OldPosts? old = null)
    {
        var ids = posts.ToHashSet();
        var words = OwnWords.Of(workspace, ids, names);
        var vectors = await ForgetVectorsAsync(posts, cancellationToken);
        var provider = workspace.Connection.Provider;
        provider.PrepareToPurge(workspace.Connection);
        var counts = new ErasedCounts(posts.Length, vectors, 0, 0, words.Count, 0);
        workspace.Connection.InTransaction(() =>
        {
            counts = Delete(posts, members, counts with { Events = old?.DeleteEvents() ?? 0 });
            var earlier = int.TryParse(Settings.Read(workspace.Connection, Settings.Erasures), CultureInfo.InvariantCulture, out var count) ? count : 0;
            Settings.Write(workspace.Connection, Settings.Erasures, (earlier + 1).ToString(CultureInfo.InvariantCulture));
            new ResultScrub(workspace, words, ids).Run();
        });
        provider.Purge(workspace.Connection);
        return counts;
    }

    private ErasedCounts Delete(long[] posts, long[] members, ErasedCounts counts)
    {
        var connection = workspace.Connection;
        var list = SqlList.Of(posts);
        var among = connection.Provider.NumbersIn("$1");
        connection.Provider.Words.Forget(connection, posts);
        var places = connection.Query(
            $"SELECT RunId, PostId, TopicId, LeafId FROM PostTopics WHERE PostId IN ({among})", row => (Run: row.GetInt64(0), Place: new TopicPlace(row.GetInt64(1), null, row.Text(2), row.Text(3))), list).ToList();
        var annotations = Run($"DELETE FROM Annotations WHERE PostId IN ({among})", list);
        Run($"DELETE FROM Revisions WHERE PostId IN ({among})", list);
        Run($"DELETE FROM Waiting WHERE PostId IN ({among})", list);
        Run($"DELETE FROM PostTopics WHERE PostId IN ({among})", list);
        Run($"DELETE FROM EditItems WHERE ItemId IN ({among}) AND EditId IN (SELECT Id FROM Edits WHERE IsOfSegment = 0)", list);
        Run($"UPDATE Posts SET ReplyToPostId = NULL WHERE ReplyToPostId IN ({among})", list);
        Run($"DELETE FROM Posts WHERE Id IN ({among})", list);
        foreach (var run in places.GroupBy(pair => pair.Run, pair => pair.Place))
        {
            new TopicCounts(workspace, run.Key).Recount([.. run]);
        }

        return counts with
        {
            Annotations = annotations, Events = counts.Events + members.Sum(member => Run("DELETE FROM MemberEvents WHERE MemberId = $1", member)), Memberships = members.Sum(DeleteMember),
            ChatAnswers = connection.Execute("DELETE FROM ChatAnswers"),
        };
    }

    private int DeleteMember(long member)
    {
        Run("UPDATE Segments SET Members = Members - 1 WHERE Id IN (SELECT SegmentId FROM Memberships WHERE MemberId = $1 AND IsOwn = 1 AND Memberships.RunId = Segments.RunId)", member);
        Run("DELETE FROM EditItems WHERE ItemId = $1 AND EditId IN (SELECT Id FROM Edits WHERE IsOfSegment = 1)", member);
        Run("DELETE FROM Profiles WHERE MemberId = $1", member);
        Run("DELETE FROM WaitingMembers WHERE MemberId = $1", member);
        var memberships = Run("DELETE FROM Memberships WHERE MemberId = $1", member);
        Run("DELETE FROM Members WHERE Id = $1", member);
        return memberships;
    }

    private int Run(string sql, object value)
    {
        using var command = workspace.Connection.Prepare(sql, 1);
        return command.Bind(value).ExecuteNonQuery();
    }

    // First the vectors: a post without one is found again as work, a vector without a post would stay for good.
    private async Task<int> ForgetVectorsAsync(IReadOnlyList<long> posts, CancellationToken cancellationToken)
    {
        var forgotten = await workspace.Vectors.EraseAsync(posts, cancellationToken);
        File.Delete(Path.Combine(workspace.Folder, NearestTexts.IndexFile));
        return forgotten;
    }
}
