using System.Globalization;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>A post that was named in an edit.</summary>
internal sealed record NamedPost(long Id, string Label);

/// <summary>Finds what people name in edits: topics, segments and posts of the current run.</summary>
internal sealed class EditOperands(Workspace workspace, CurrentRun run, TopicForest forest)
{
    /// <summary>A topic of any level.</summary>
    /// <exception cref="JobException">There is none of this id.</exception>
    public EditedTopic Topic(string id) => forest.Find(id) ?? throw Wrong(EndedBy(id) is { } edit
        ? $"The topic {id} is no more: edit {edit.Id} was {edit.Summary}. textseg segments lists the topics."
        : $"The current run has no topic {id}: textseg segments lists them.");

    /// <summary>A topic of the level that is read first.</summary>
    /// <exception cref="JobException">There is none of this id, or it is of another level.</exception>
    public EditedTopic ReaderTopic(string id) => Topic(id) is var topic && topic.Level == forest.ReaderLevel ? topic : throw Wrong(
        $"{id} is a {(topic.Level < forest.ReaderLevel ? "coarser" : "finer")} topic; only its name can be changed. The others are changed on the level that is read first, t{forest.ReaderLevel + 1}-….");

    /// <summary>A post by its id in the source, or by its number.</summary>
    /// <exception cref="JobException">There is none, it is in no run, or the id is of several.</exception>
    public NamedPost Post(string id)
    {
        var found = workspace.Connection.Query(
            "SELECT Posts.Id, ExternalId, Source, PostTopics.PostId FROM Posts LEFT JOIN PostTopics ON PostTopics.PostId = Posts.Id AND PostTopics.RunId = $2 WHERE ExternalId = $1 OR Source || ' ' || ExternalId = $1 ORDER BY Posts.Id",
            row => (Id: row.GetInt64(0), Label: row.GetString(1), Source: row.GetString(2), IsMined: !row.IsDBNull(3)), id, run.Id).ToList();
        if (found.Count == 0 && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            found = [.. workspace.Connection.Query(
                "SELECT Posts.Id, ExternalId, Source, PostTopics.PostId FROM Posts LEFT JOIN PostTopics ON PostTopics.PostId = Posts.Id AND PostTopics.RunId = $2 WHERE Posts.Id = $1",
                row => (row.GetInt64(0), row.GetString(1), row.GetString(2), !row.IsDBNull(3)), number, run.Id)];
        }

        return found switch
        {
            [] => throw Wrong($"The workspace has no post {id}: textseg ask finds posts and prints their ids."),
            [var post] when post.IsMined => new NamedPost(post.Id, post.Label),
            [_] => throw Wrong($"The post {id} is in no topic of the current run: it has no words, or was not mined yet."),
            _ => throw Wrong($"{found.Count} sources have a post {id}: put the source before it, as in \"{found[0].Source} {found[0].Label}\"."),
        };
    }

    /// <summary>Whether it names a topic and not a post.</summary>
    public bool IsTopic(string id) => forest.Find(id) is not null || (EndedBy(id) is not null && !workspace.Connection.Any("SELECT 1 FROM Posts WHERE ExternalId = $1", id));

    /// <summary>A refusal of what the user asked for.</summary>
    public static JobException Wrong(string message) => new(message) { IsWrongUse = true };

    private Storage.Rows.StoredEdit? EndedBy(string id) => new EditStore(workspace).All().LastOrDefault(edit => edit.Summary.Split(' ', ',').Contains(id, StringComparer.Ordinal));
}
