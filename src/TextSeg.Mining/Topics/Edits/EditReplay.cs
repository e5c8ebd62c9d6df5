namespace TextSeg.Mining.Topics.Edits;

/// <summary>
/// Applies edits to topics, one after the other, as constraints on posts: must-link and cannot-link (Wagstaff et al. 2001, "Constrained k-means clustering with background knowledge"),
/// lifted from pairs to topics. What cannot be applied is told and left as it was found. The same topics and edits always give the same result.
/// </summary>
public sealed class EditReplay
{
    private readonly TopicForest _forest;
    private readonly CentredPosts _posts;
    private readonly PostSetMatch _match;
    private readonly Dictionary<long, string> _conflicts = [];
    private readonly Dictionary<long, long> _changedBy = [];

    /// <param name="forest">The topics as they were found; changed in place.</param>
    /// <param name="posts">Their posts.</param>
    public EditReplay(TopicForest forest, CentredPosts posts) => (_forest, _posts, _match) = (forest, posts, new PostSetMatch(forest));

    private int Level => _forest.ReaderLevel;

    /// <summary>Applies the edits and says of each whether it holds at the end.</summary>
    public IReadOnlyList<EditResult> Run(IReadOnlyList<TopicEdit> edits)
    {
        for (var i = 0; i < edits.Count; i++)
        {
            if (Apply(edits[i]) is { } conflict)
            {
                _conflicts[edits[i].Number] = conflict;
                continue;
            }

            foreach (var earlier in edits.Take(i).Where(earlier => !_conflicts.ContainsKey(earlier.Number) && !_changedBy.ContainsKey(earlier.Number) && !Holds(earlier)))
            {
                _changedBy[earlier.Number] = edits[i].Number;
            }
        }

        return [.. edits.Select(edit =>
            _conflicts.TryGetValue(edit.Number, out var why) ? new EditResult(edit.Number, EditState.Conflict, why)
            : _changedBy.TryGetValue(edit.Number, out var by) ? new EditResult(edit.Number, EditState.ChangedAgain, ChangedBy: by)
            : new EditResult(edit.Number, EditState.Holds))];
    }

    /// <summary>Whether the topics are as the edit says.</summary>
    public bool Holds(TopicEdit edit) => edit.Verb switch
    {
        EditVerb.Rename => Enumerable.Range(0, _forest.LeafLevel + 1).Any(level => _match.Majority(edit.Parts[0], level)?.GivenName == edit.Name),
        EditVerb.Merge => edit.Parts.Select(part => _match.Majority(part, Level)).Distinct().ToArray() is [not null],
        EditVerb.Move => _forest.TopicOf(edit.Parts[0][0]) is { } topic && _match.Majority(edit.Parts[1], Level) == topic,
        _ => edit.Parts.Select(part => _match.Majority(part, Level)).OfType<EditedTopic>().GroupBy(topic => topic).All(group => group.Count() == 1),
    };

    private string? Apply(TopicEdit edit) => edit.Parts.Any(part => part.Length == 0) ? "Its posts are gone." : edit.Verb switch
    {
        EditVerb.Rename => Rename(edit),
        EditVerb.Merge => Merge(edit),
        EditVerb.Move => Move(edit),
        _ => new Separation(_forest, _posts, _match).Apply(edit),
    };

    private string? Rename(TopicEdit edit)
    {
        var wanted = Level + edit.LevelFromReader;
        IEnumerable<int> levels = edit.LevelFromReader == 0 ? [Level] : Enumerable.Range(0, _forest.LeafLevel + 1).Where(level => level != Level).OrderBy(level => Math.Abs(level - wanted));
        if (levels.Select(level => _match.Mutual(edit.Parts[0], edit.Known, level)).FirstOrDefault(topic => topic is not null) is not { } topic)
        {
            return $"The posts of “{edit.Name}” lie {_match.Spread(edit.Parts[0], Level)} now, and no topic is mostly theirs.";
        }

        topic.GivenName = edit.Name;
        return null;
    }

    private string? Merge(TopicEdit edit)
    {
        var union = edit.Parts.SelectMany(part => part).ToHashSet();
        var whole = _match.Mutual([.. union.Order()], edit.Known, Level);
        var topics = new List<EditedTopic>();
        foreach (var part in edit.Parts)
        {
            if ((_match.Mutual(part, edit.Known, Level) ?? (_match.Majority(part, Level) == whole ? whole : null)) is not { } topic)
            {
                return $"Posts of one of the merged topics lie {_match.Spread(part, Level)} now, and no topic is mostly theirs.";
            }

            topics.Add(topic);
        }

        TopicMerge.Apply(_forest, topics[0], [.. topics.Concat(_match.Within(union)).Distinct().Where(topic => topic != topics[0])]);
        return null;
    }

    private string? Move(TopicEdit edit)
    {
        if (_match.Majority(edit.Parts[1], Level) is not { } topic)
        {
            return $"The posts that it was moved to lie {_match.Spread(edit.Parts[1], Level)} now.";
        }

        new PostMove(_forest, _posts).To(edit.Parts[0][0], topic);
        return null;
    }
}
