using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining.Topics;

namespace TextSeg.Engine.Edits;

/// <summary>The corpus stage after topics: what people changed by hand is changed again, new posts included.</summary>
public sealed class EditStage(Workspace workspace)
{
    /// <summary>The topics of a run that is being made, with all edits applied; unchanged where there are none.</summary>
    public TopicFindings Run(long run, MiningCorpus corpus, TopicFindings topics, CancellationToken cancellationToken)
    {
        if (new EditStore(workspace).All().All(edit => edit.IsOfSegment))
        {
            return topics;
        }

        using var activity = Telemetry.Begin("edits");
        EditedTopics? edited = null;
        workspace.Connection.InTransaction(() => edited = new TopicEditing(workspace, run, corpus)
        {
            Words = new(() => (topics.Terms, topics.Phrases)),
        }.Apply(topics.Tree.ReaderLevel, cancellationToken));
        return topics with { Tree = Edited(topics.Tree, edited!), Labels = edited!.Names };
    }

    /// <summary>Brings the segments of the same run in line, once they are written, and gives their number.</summary>
    public int Finish(long run)
    {
        if (new EditStore(workspace).All().Count > 0)
        {
            workspace.Connection.InTransaction(() => new SegmentEditing(workspace, run).Apply());
        }

        return FoundSegments.Count(workspace, run);
    }

    private static TopicTree Edited(TopicTree tree, EditedTopics edited)
    {
        var levels = edited.Levels.Levels.Select((level, i) => tree.Levels[i] with { TopicOf = level.TopicOf, Topics = level.Topics }).ToArray();
        var moved = Enumerable.Range(0, tree.StrengthOf.Length).Select(edited.Stored.Forest.WasMoved).ToArray();
        return tree with
        {
            Levels = levels,
            StrengthOf = [.. tree.StrengthOf.Zip(moved, (strength, wasMoved) => wasMoved ? 1 : strength)],
            StateOf = [.. tree.StateOf.Zip(moved, (state, wasMoved) => wasMoved ? PostState.Core : state)],
        };
    }
}
