using TextSeg.Engine.Behaviour;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Disclosure;

/// <summary>
/// The segments that may be shown: those of enough members, and none from which a hidden one could be reckoned. Members who were placed in a segment since the run do not count, for its card tells of the others alone.
/// </summary>
public sealed class DisclosedSegments
{
    private readonly SegmentQueries _queries;
    private readonly IReadOnlySet<string> _hidden;
    private readonly Lazy<SegmentBehaviour> _behaviour;

    /// <param name="workspace">The workspace.</param>
    /// <param name="minimum">Members that a segment must have to be shown.</param>
    public DisclosedSegments(Workspace workspace, int minimum)
    {
        _queries = new SegmentQueries(workspace);
        _behaviour = new Lazy<SegmentBehaviour>(() => new SegmentBehaviour(workspace, minimum));
        var found = _queries.FoundMembers();
        _hidden = SmallGroups.Hidden([.. _queries.All().Select(segment => new GroupSize(segment.Id, segment.Parent, Math.Min(segment.Members, found.GetValueOrDefault(segment.Id))))], minimum);
    }

    /// <summary>How many segments are not shown.</summary>
    public int HiddenCount => _hidden.Count;

    /// <summary>Whether a segment may be shown.</summary>
    public bool IsShown(string id) => !_hidden.Contains(id);

    /// <summary>Segments, the largest first.</summary>
    public IReadOnlyList<SegmentCard> All() => [.. _queries.All().Where(segment => IsShown(segment.Id)).Select(WithBehaviour)];

    /// <summary>One segment.</summary>
    /// <exception cref="JobException">There is none of this id, or it has too few members.</exception>
    public SegmentCard Get(string id) => IsShown(id)
        ? WithBehaviour(_queries.Get(id))
        : throw new JobException($"Segment {id} has too few members to be shown apart.") { IsWrongUse = true, IsMissing = true };

    private SegmentCard WithBehaviour(SegmentCard segment) => segment with { Behaviour = _behaviour.Value.Of(segment.Id) };
}
