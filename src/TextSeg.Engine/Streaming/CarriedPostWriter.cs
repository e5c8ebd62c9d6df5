using TextSeg.Engine.Annotation;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Streaming;

/// <summary>Writes what was made of posts into the tables, within the open transaction; their places are not among it.</summary>
internal sealed class CarriedPostWriter(Workspace workspace, MiningTools tools)
{
    public void Write(IReadOnlyList<CarriedPost> posts)
    {
        WriteTexts([.. posts.Where(post => post.Text is not null)]);
        WriteLanguages([.. posts.Where(post => post.Guess is not null)]);
        if (tools.Classifier is { } classifier)
        {
            PostLabels.Write(workspace, classifier.Name, [.. posts.Where(post => post.Reading is not null).Select(post => (post.Id, post.Reading!))]);
        }

        MarkEncoded([.. posts.Where(post => post.IsEncoded).Select(post => post.Id)]);
        workspace.Connection.Provider.Words.Settle(workspace.Connection, [.. posts.Where(post => post.Guess is not null).Select(post => post.Id)]);
    }

    private void WriteTexts(IReadOnlyList<CarriedPost> posts)
    {
        if (posts.Count == 0)
        {
            return;
        }

        using var update = workspace.Connection.Prepare(
            "UPDATE Posts SET Prose = $2, HasCode = $3, Masked = $4, TextKey = $5, NeedsVector = 1, Links = $6, Emoji = $7 WHERE Id = $1", 7);
        foreach (var post in posts)
        {
            update.Bind(post.Id, post.Text!.Prose, post.Text.HasCode, post.Text.Masked, post.Text.TextKey, post.Text.Links, post.Text.Emoji).ExecuteNonQuery();
        }

        workspace.Connection.Provider.Words.Write(workspace.Connection, posts.Select(post => (post.Id, SearchWords.ForIndex(post.Prose))));

        // Cleaned by what was known then: a run looks at all posts once more.
        Settings.Write(workspace.Connection, Settings.Unprepared, "1");
    }

    private void WriteLanguages(IReadOnlyList<CarriedPost> posts)
    {
        if (posts.Count == 0)
        {
            return;
        }

        AnnotationRows.Forget(workspace, posts.Select(post => post.Id));
        using (var writer = AnnotationRows.Write(workspace))
        {
            foreach (var post in posts)
            {
                writer.Write(post.Id, AnnotateStage.LanguageLabel, post.Guess!.Value.Language, post.Guess.Value.Confidence, AnnotateStage.ModelName);
            }

            writer.Complete();
        }

        using var update = workspace.Connection.Prepare("UPDATE Posts SET Language = $2 WHERE Id = $1", 2);
        foreach (var post in posts)
        {
            update.Bind(post.Id, post.Language).ExecuteNonQuery();
        }

        // What new posts change in the languages of older ones waits until all are looked at.
        Settings.Write(workspace.Connection, Settings.Unsettled, "1");
    }

    private void MarkEncoded(IReadOnlyList<long> posts)
    {
        using var update = workspace.Connection.Prepare($"UPDATE Posts SET NeedsVector = 0 WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})", 1);
        update.Bind(SqlList.Of(posts)).ExecuteNonQuery();
    }
}
