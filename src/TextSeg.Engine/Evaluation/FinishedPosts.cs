using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Evaluation;

/// <summary>Looks from outside which posts of a workspace have all that is made of a post: nothing of them waits any more, and nothing of their authors.</summary>
public sealed class FinishedPosts
{
    private const string NothingWaits = "Prose IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Waiting WHERE PostId = Id) AND NOT EXISTS (SELECT 1 FROM WaitingMembers WHERE WaitingMembers.MemberId = Posts.MemberId)";
    private readonly Workspace _workspace;
    private readonly long _after;
    private readonly HashSet<long> _told = [];
    private long _allUpTo;

    /// <param name="workspace">The workspace; read only.</param>
    /// <param name="after">The number of the last post that is not looked at.</param>
    public FinishedPosts(Workspace workspace, long after) => (_workspace, _after, _allUpTo) = (workspace, after, after);

    /// <summary>Posts that were finished since the last look, by the ids that their source gave them.</summary>
    public IReadOnlyList<string> Next()
    {
        var finished = _workspace.Connection.Query($"SELECT Id, ExternalId FROM Posts WHERE Id > $1 AND {NothingWaits} ORDER BY Id", row => (Id: row.GetInt64(0), Source: row.GetString(1)), _allUpTo)
            .Where(post => _told.Add(post.Id)).Select(post => post.Source).ToList();
        while (_told.Remove(_allUpTo + 1))
        {
            _allUpTo++;
        }

        return finished;
    }

    /// <summary>Posts that were cleaned, encoded, annotated and placed, each once, or that hold no words.</summary>
    public int Whole() => (int)_workspace.Connection.Query(
        $"""
        SELECT COUNT(*) FROM Posts WHERE Id > $1 AND {NothingWaits} AND (Prose = '' OR (
            NeedsVector = 0 AND Language IS NOT NULL AND (SELECT COUNT(*) FROM Annotations WHERE Annotations.PostId = Id AND Kind = 'language') = 1
            AND (SELECT COUNT(*) FROM PostTopics WHERE PostTopics.PostId = Id AND RunId > 0) = 1))
        """,
        row => row.GetInt64(0),
        _after).Single();
}
