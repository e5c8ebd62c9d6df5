using TextSeg.Engine.Annotation;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Streaming;

/// <summary>Reads what is stored of claimed posts.</summary>
internal sealed class CarriedPostReader(Workspace view)
{
    /// <summary>The claimed posts that are there, in the order in which they came.</summary>
    public List<CarriedPost> Read(PostClaim claim)
    {
        var (kind, reader) = claim.Tools.Classifier is { } classifier ? (classifier.Heads[0].Name, classifier.Name) : ("", "");
        return [.. view.Connection.Query(
            $"""
            SELECT Id, Source, ExternalId, Kind, Title, RawText, MemberId, Thread, StatedLanguage, Prose, Masked, HasCode, TextKey, NeedsVector, Language,
                (SELECT COUNT(*) FROM Annotations WHERE PostId = Posts.Id AND Annotations.Kind = $2 AND Model = $3)
            FROM Posts WHERE Id IN ({view.Connection.Provider.NumbersIn("$1")}) ORDER BY Id
            """,
            row => new CarriedPost
            {
                Id = row.GetInt64(0), Key = (row.GetString(1), row.GetString(2)), Kind = Enum.Parse<PostKind>(row.GetString(3)), Title = row.Text(4), RawText = row.GetString(5),
                Member = row.Number(6), Thread = row.Text(7), StatedLanguage = row.Text(8), StoredProse = row.Text(9), StoredMasked = row.Text(10), StoredHasCode = row.GetInt64(11) == 1,
                StoredTextKey = row.GetInt64(12), NeedsVector = row.GetInt64(13) == 1, StoredLanguage = row.Text(14), HasLabels = row.GetInt64(15) > 0,
            },
            SqlList.Of(claim.Posts), kind, reader)];
    }

    /// <summary>What the model said of the language of posts, where that is stored.</summary>
    public Dictionary<long, string> StoredGuesses(IEnumerable<CarriedPost> posts) => view.Connection.Query(
        $"SELECT PostId, Label FROM Annotations WHERE Kind = $2 AND PostId IN ({view.Connection.Provider.NumbersIn("$1")})",
        row => KeyValuePair.Create(row.GetInt64(0), row.GetString(1)), SqlList.Of(posts.Select(post => post.Id)), AnnotateStage.LanguageLabel).ToDictionary();
}
