using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Rows;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>An edit before it is kept: what it is about, part by part.</summary>
internal sealed record EditDraft(StoredEdit Edit, IReadOnlyList<IReadOnlyCollection<long>> Parts);

/// <summary>Makes edits of what people ask for, and refuses what makes no sense.</summary>
internal sealed class EditDrafts
{
    private readonly Workspace _workspace;
    private readonly CurrentRun _run;
    private readonly MiningCorpus _corpus;
    private readonly TopicForest _forest;
    private readonly EditOperands _operands;
    private readonly EditNames _names;
    private readonly DateTimeOffset _now;

    public EditDrafts(Workspace workspace, CurrentRun run, MiningCorpus corpus, DateTimeOffset now)
    {
        (_workspace, _run, _corpus, _now) = (workspace, run, corpus, now);
        _forest = TopicForestReader.Read(workspace, run.Id, corpus, run.Facts.ReaderLevel).Forest;
        _operands = new EditOperands(workspace, run, _forest);
        _names = new EditNames(workspace, run.Id);
    }

    public EditDraft Rename(string id, string name)
    {
        var given = EditNames.Clean(name);
        var members = new SegmentEditing(_workspace, _run.Id).MembersOf(id);
        if (members.Length > 0)
        {
            _names.RequireFree(id, given, isSegment: true);
            return Draft(EditVerb.Rename, $"rename {_names.Of(id)} to “{given}”", [members], edit => (edit.Name, edit.IsOfSegment, edit.LastKnown) = (given, true, members.Max()));
        }

        var topic = _operands.Topic(id);
        _names.RequireFree(id, given, isSegment: false);
        return Draft(EditVerb.Rename, $"rename {_names.Of(id)} to “{given}”", [PostsOf(topic)], edit => (edit.Name, edit.LevelFromReader) = (given, topic.Level - _forest.ReaderLevel));
    }

    public EditDraft Merge(IReadOnlyList<string> ids)
    {
        var members = ids.Select(new SegmentEditing(_workspace, _run.Id).MembersOf).ToArray();
        if (members.Any(own => own.Length > 0))
        {
            return MergeSegments(ids, members);
        }

        EditedTopic[] topics = [.. ids.Select(_operands.ReaderTopic)];
        if (topics.Length < 2 || topics.Distinct().Count() < topics.Length)
        {
            throw EditOperands.Wrong(topics.Length < 2 ? "Name at least two topics to merge." : "A topic cannot be merged with itself: name different topics.");
        }

        return Draft(EditVerb.Merge, $"merge {string.Join(", ", ids.Select(_names.Of))}", [.. topics.Select(PostsOf)]);
    }

    private EditDraft MergeSegments(IReadOnlyList<string> ids, long[][] members)
    {
        var fault = Array.FindIndex(members, own => own.Length == 0) is var other and >= 0 ? $"{ids[other]} is no segment of the current run: textseg segments lists them. Merge segments with segments, topics with topics."
            : ids.Count < 2 ? "Name at least two segments to merge."
            : ids.Distinct().Count() < ids.Count ? "A segment cannot be merged with itself: name different segments." : null;
        return fault is null
            ? Draft(EditVerb.Merge, $"merge {string.Join(", ", ids.Select(_names.Of))}", members, edit => (edit.IsOfSegment, edit.LastKnown) = (true, members.Max(own => own[^1])))
            : throw EditOperands.Wrong(fault);
    }

    public EditDraft Split(string id, int? into, CentredPosts posts, CancellationToken cancellationToken)
    {
        if (into is < 2 or > TopicParts.Most)
        {
            throw EditOperands.Wrong($"A topic can be split into 2 to {TopicParts.Most} parts, not {into}.");
        }

        var rows = _forest.RowsOf(_operands.ReaderTopic(id));
        var partOf = TopicParts.Find(posts, rows, into, cancellationToken)
            ?? throw EditOperands.Wrong($"The topic {id} has {rows.Length} posts with {posts.DifferentTexts(rows).Length} different texts, and does not fall into {into?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "two or more"} parts of at least two posts.");
        var parts = rows.Zip(partOf).GroupBy(pair => pair.Second, pair => _corpus.PostIds[pair.First]).OrderBy(part => part.Key).Select(part => part.ToArray()).ToArray();
        return Draft(EditVerb.Split, $"split {_names.Of(id)} into {parts.Length}", parts);
    }

    public EditDraft Move(string post, string topic)
    {
        var (moved, target) = (_operands.Post(post), _operands.ReaderTopic(topic));
        var row = RowOf(moved);
        if (_forest.TopicOf(row) == target)
        {
            throw EditOperands.Wrong($"The post {moved.Label} is in {topic} already.");
        }

        long[] others = [.. PostsOf(target).Except([moved.Id])];
        return Draft(EditVerb.Move, $"move post {moved.Label} to {_names.Of(topic)}", [[moved.Id], others], edit => edit.PostParts = "0");
    }

    public EditDraft Together(string first, string second)
    {
        switch (_operands.IsTopic(first), _operands.IsTopic(second))
        {
            case (true, true):
                return Merge([first, second]);
            case (true, false):
                return Move(second, first);
            case (false, true):
                return Move(first, second);
            default:
                var (stays, goes) = (_operands.Post(first), _operands.Post(second));
                RequireDifferent(stays, goes, "are together in any case");
                return Draft(EditVerb.Move, $"keep post {goes.Label} together with post {stays.Label}", [[goes.Id], [stays.Id]], edit => edit.PostParts = "0,1");
        }
    }

    public EditDraft Apart(string first, string second)
    {
        var sides = new[] { first, second }.Select(id => (Id: id, Topic: _operands.IsTopic(id) ? _operands.ReaderTopic(id) : null)).Select(side => (side.Id, side.Topic, Post: side.Topic is null ? _operands.Post(side.Id) : null)).ToArray();
        if (sides[0].Topic is { } topic && topic == sides[1].Topic)
        {
            throw EditOperands.Wrong("A topic cannot be kept apart from itself: textseg edit split divides it.");
        }

        if (sides is [{ Post: { } a }, { Post: { } b }])
        {
            RequireDifferent(a, b, "cannot be kept apart");
        }

        var parts = sides.Select(side => side.Post is { } post ? [post.Id] : PostsOf(side.Topic!).Except(sides.Select(other => other.Post?.Id ?? 0)).ToArray()).ToArray();
        var names = sides.Select(side => side.Post is { } post ? $"post {post.Label}" : _names.Of(side.Id));
        return Draft(EditVerb.Apart, $"keep {string.Join(" and ", names)} apart", parts, edit => edit.PostParts = string.Join(',', Enumerable.Range(0, 2).Where(side => sides[side].Post is not null)));
    }

    private void RequireDifferent(NamedPost a, NamedPost b, string otherwise)
    {
        if (a.Id == b.Id || _corpus.TextKeyOf[RowOf(a)] == _corpus.TextKeyOf[RowOf(b)])
        {
            throw EditOperands.Wrong(a.Id == b.Id ? $"{a.Label} is named twice: name two different posts." : $"The posts {a.Label} and {b.Label} have the same words, so they {otherwise}.");
        }
    }

    private EditDraft Draft(EditVerb verb, string summary, IReadOnlyList<IReadOnlyCollection<long>> parts, Action<StoredEdit>? more = null)
    {
        if (parts.Any(part => part.Count == 0))
        {
            throw EditOperands.Wrong("The topic has no other post, so there is nothing to keep apart or to move to.");
        }

        var edit = new StoredEdit { MadeAt = _now, Verb = verb.ToString(), Summary = summary, PostParts = "", LastKnown = _corpus.PostIds[^1] };
        more?.Invoke(edit);
        return new EditDraft(edit, parts);
    }

    private int RowOf(NamedPost post) => Array.BinarySearch(_corpus.PostIds, post.Id);

    private long[] PostsOf(EditedTopic topic) => Array.ConvertAll(_forest.RowsOf(topic), row => _corpus.PostIds[row]);
}
