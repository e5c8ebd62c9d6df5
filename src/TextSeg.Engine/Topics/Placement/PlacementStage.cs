using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;
using TextSeg.Mining.Topics.Placement;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>
/// The batch stage that gives new posts a place in the current run's topics, by the nearest posts of the run, until the next run finds topics anew. Work is a post with a vector
/// that the run does not know; a batch is written whole, so a kill repeats at most one. Where a post is placed hangs on the run alone, not on other new posts.
/// </summary>
public sealed class PlacementStage(Workspace workspace, MiningTools tools)
{
    private const int BatchPosts = 1_000;

    /// <summary>Whether posts were placed since the current run, so that a new run finds more than it did.</summary>
    public static bool HasPlaced(Workspace workspace) => workspace.Connection.Any(
        "SELECT 1 FROM PostTopics WHERE RunId = $1 AND State = $2", CurrentRun.RequiredId(workspace), PlacedPost.State);

    /// <summary>Looks whether there are topics to place posts in.</summary>
    /// <exception cref="JobException">Nothing was mined yet, or by another encoder.</exception>
    public void RequireRun()
    {
        if (CurrentRun.Read(workspace).Model is var model && model != tools.ModelId)
        {
            throw new JobException($"The topics of {workspace.Folder} were found with {model}: give that encoder with --model, or mine again with this one.") { IsWrongUse = true };
        }
    }

    /// <summary>Takes posts whose words changed since the run out of its topics. To be called when posts were taken in and before they are encoded.</summary>
    /// <param name="among">The posts to look at.</param>
    /// <returns>The posts that were taken out.</returns>
    internal IReadOnlyCollection<long> ForgetChanged(IReadOnlyList<long> among)
    {
        var run = CurrentRun.RequiredId(workspace);
        var forgotten = new SortedSet<long>();
        workspace.Connection.InTransaction(() =>
        {
            foreach (var number in Numbers(run))
            {
                var changed = workspace.Connection.Query(
                    $"""
                    SELECT Posts.Id, MemberId, TopicId, LeafId FROM Posts CROSS JOIN PostTopics
                    WHERE PostTopics.PostId = Posts.Id AND PostTopics.RunId = $1 AND NeedsVector = 1 AND Posts.Id IN ({workspace.Connection.Provider.NumbersIn("$2")})
                    """,
                    row => new TopicPlace(row.GetInt64(0), row.Number(1), row.Text(2), row.Text(3)),
                    number,
                    SqlList.Of(among)).ToList();
                using var remove = workspace.Connection.Prepare("DELETE FROM PostTopics WHERE RunId = $1 AND PostId = $2", 2);
                changed.ForEach(place => remove.Bind(number, place.Post).ExecuteNonQuery());
                new TopicCounts(workspace, number).Recount(changed);
                forgotten.UnionWith(changed.Select(place => place.Post));
            }
        });
        return forgotten;
    }

    /// <summary>Places those posts that the current run does not know.</summary>
    /// <param name="among">The posts to look at.</param>
    /// <param name="store">The vectors.</param>
    /// <param name="texts">The texts of the current run.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>Where each lies now.</returns>
    internal async Task<IReadOnlyList<PlacedPost>> RunAsync(
        IReadOnlyList<long> among, IVectorStore store, NearestTexts texts, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("place");
        var run = CurrentRun.RequiredId(workspace);
        var work = workspace.Connection.Query(
            $"""
            SELECT Id, MemberId, Language FROM Posts
            WHERE Prose <> '' AND Id IN ({workspace.Connection.Provider.NumbersIn("$2")}) AND NOT EXISTS (SELECT 1 FROM PostTopics WHERE RunId = $1 AND PostId = Posts.Id) ORDER BY Id
            """,
            row => new NewPost(row.GetInt64(0), row.Number(1), row.Text(2)),
            run,
            SqlList.Of(among)).ToArray();
        var placed = new List<PlacedPost>();
        foreach (var batch in work.Chunk(BatchPosts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vectors = await store.FetchAsync(Array.ConvertAll(batch, post => post.Id), cancellationToken);
            var nearest = batch.Select((post, i) => texts.Of(vectors[i], post.Language, NeighborVote.Voters)).ToArray();
            workspace.Connection.InTransaction(() => placed.AddRange(Place(run, batch, nearest)));
            progress?.Report(new StageProgress("place", placed.Count, work.Length));
        }

        return placed;
    }

    private List<PlacedPost> Place(long run, NewPost[] batch, IReadOnlyList<(long Id, float Cosine)>[] nearest)
    {
        var placed = new List<PlacedPost>();
        foreach (var number in Numbers(run))
        {
            var vote = new PlaceVote(workspace, number, nearest.SelectMany(list => list.Select(near => near.Id)));
            var places = batch.Select((post, i) => (Post: post, Place: vote.Of(nearest[i]))).ToArray();
            new TopicCounts(workspace, number).Add([.. places.Select(pair => new TopicPlace(pair.Post.Id, pair.Post.Member, pair.Place.Topic, pair.Place.Leaf))]);
            Write(number, places);
            if (number == run)
            {
                placed.AddRange(places.Select((pair, i) => new PlacedPost(pair.Post.Id, pair.Place.Topic, Math.Round(pair.Place.Strength, 4), nearest[i].Count > 0 ? nearest[i][0].Id : null)));
            }
        }

        return placed;
    }

    private void Write(long number, (NewPost Post, VotedPlace Place)[] places)
    {
        using var insert = workspace.Connection.Prepare(
            "INSERT INTO PostTopics (RunId, PostId, TopicId, LeafId, Strength, State, X, Y) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        foreach (var (post, place) in places)
        {
            insert.Bind(number, post.Id, place.Topic, place.Leaf, place.Strength, PlacedPost.State, place.X, place.Y).ExecuteNonQuery();
        }
    }

    /// <summary>The run, and its negative number where its topics were edited: there they stand as they were found.</summary>
    private long[] Numbers(long run) =>
        workspace.Connection.Any("SELECT 1 FROM PostTopics WHERE RunId = $1", -run) ? [run, -run] : [run];

    private sealed record NewPost(long Id, long? Member, string? Language);
}
