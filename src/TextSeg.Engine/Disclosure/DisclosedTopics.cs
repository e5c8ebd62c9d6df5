using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Disclosure;

/// <summary>The topics that may be shown: those of enough members, and none from which a hidden one could be reckoned.</summary>
public sealed class DisclosedTopics
{
    private readonly TopicQueries _queries;
    private readonly IReadOnlyList<TopicSummary> _all;
    private readonly IReadOnlySet<string> _hidden;

    /// <param name="workspace">The workspace.</param>
    /// <param name="minimum">Members that a topic must have to be shown.</param>
    public DisclosedTopics(Workspace workspace, int minimum)
    {
        _queries = new TopicQueries(workspace);
        _all = _queries.All();
        _hidden = SmallGroups.Hidden([.. _all.Select(topic => new GroupSize(topic.Id, topic.Parent, topic.Members))], minimum);
    }

    /// <summary>Ids of the topics that are not to be shown, quickly.</summary>
    public static IReadOnlySet<string> HiddenIn(Workspace workspace, int minimum) => SmallGroups.Hidden(
        [.. workspace.Connection.Query("SELECT Id, ParentId, Members FROM Topics WHERE RunId = $1", row => new GroupSize(row.GetString(0), row.Text(1), row.GetInt32(2)), CurrentRun.RequiredId(workspace))], minimum);

    /// <summary>How many topics are not shown.</summary>
    public int HiddenCount => _hidden.Count;

    /// <summary>Whether a topic may be shown.</summary>
    public bool IsShown(string id) => !_hidden.Contains(id);

    /// <summary>Topics, the coarsest level first.</summary>
    public IReadOnlyList<TopicSummary> All() => [.. _all.Where(topic => IsShown(topic.Id))];

    /// <summary>Topics of the level that is shown first.</summary>
    public IReadOnlyList<TopicSummary> AtReaderLevel() => [.. _queries.AtReaderLevel().Where(topic => IsShown(topic.Id))];

    /// <summary>One topic with its evidence.</summary>
    /// <exception cref="JobException">There is none of this id, or it has too few members.</exception>
    public TopicCard Get(string id)
    {
        var card = _queries.Get(id);
        Require(id);
        return card with { Children = [.. card.Children.Where(child => IsShown(child.Id))] };
    }

    private void Require(string id)
    {
        if (!IsShown(id))
        {
            throw new JobException($"Topic {id} has too few members to be shown apart.") { IsWrongUse = true, IsMissing = true };
        }
    }
}
