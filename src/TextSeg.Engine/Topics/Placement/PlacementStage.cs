using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Streaming;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>
/// The last batch stage: gives new posts a place in the current run's topics, by the nearest posts of the run, until the next run finds topics anew.
/// Where a post is placed hangs on the run alone, not on other new posts.
/// </summary>
public sealed class PlacementStage(Workspace workspace)
{
    /// <summary>Whether posts were placed since the current run, so that a new run finds more than it did.</summary>
    public static bool HasPlaced(Workspace workspace) => workspace.Connection.Any(
        "SELECT 1 FROM PostTopics WHERE RunId = $1 AND State = $2", CurrentRun.RequiredId(workspace), PlacedPost.State);

    /// <summary>Looks whether there are topics to place posts in.</summary>
    /// <param name="model">The encoder at hand.</param>
    /// <exception cref="JobException">Nothing was mined yet, or by another encoder.</exception>
    public void RequireRun(string model)
    {
        if (CurrentRun.Read(workspace).Model is var own && own != model)
        {
            throw new JobException($"The topics of {workspace.Folder} were found with {own}: give that encoder with --model, or mine again with this one.") { IsWrongUse = true };
        }
    }

    /// <summary>Takes posts whose words changed out of the current run's topics, within the open transaction.</summary>
    internal void Forget(IReadOnlyList<long> changed)
    {
        if (changed.Count == 0 || !long.TryParse(Settings.Read(workspace.Connection, Settings.CurrentRun), out var run))
        {
            return;
        }

        foreach (var number in Numbers(run))
        {
            var places = workspace.Connection.Query(
                $"SELECT PostId, TopicId, LeafId FROM PostTopics WHERE RunId = $1 AND PostId IN ({workspace.Connection.Provider.NumbersIn("$2")})",
                row => new TopicPlace(row.GetInt64(0), null, row.Text(1), row.Text(2)), number, SqlList.Of(changed)).ToList();
            using var remove = workspace.Connection.Prepare($"DELETE FROM PostTopics WHERE RunId = $1 AND PostId IN ({workspace.Connection.Provider.NumbersIn("$2")})", 2);
            remove.Bind(number, SqlList.Of(changed)).ExecuteNonQuery();
            new TopicCounts(workspace, number).Recount(places);
        }
    }

    /// <summary>Places those of the posts that the current run does not know, within the open transaction.</summary>
    /// <returns>Where each lies now.</returns>
    internal IReadOnlyList<PlacedPost> Place(long run, IReadOnlyList<CarriedPost> posts)
    {
        var known = workspace.Connection.Query(
            $"SELECT PostId FROM PostTopics WHERE RunId = $1 AND PostId IN ({workspace.Connection.Provider.NumbersIn("$2")})", row => row.GetInt64(0), run, SqlList.Of(posts.Select(post => post.Id))).ToHashSet();
        var work = posts.Where(post => post.Nearest is not null && !known.Contains(post.Id)).ToArray();
        var placed = new List<PlacedPost>();
        foreach (var number in work.Length == 0 ? [] : Numbers(run))
        {
            var vote = new PlaceVote(workspace, number, work.SelectMany(post => post.Nearest!.Select(near => near.Id)));
            var places = Array.ConvertAll(work, post => (Post: post, Place: vote.Of(post.Nearest!)));
            new TopicCounts(workspace, number).Add([.. places.Select(pair => new TopicPlace(pair.Post.Id, pair.Post.Member, pair.Place.Topic, pair.Place.Leaf))]);
            Write(number, places);
            if (number == run)
            {
                placed.AddRange(places.Select(pair => new PlacedPost(pair.Post.Id, pair.Place.Topic, Math.Round(pair.Place.Strength, 4), vote.NearestOf(pair.Post.Nearest!))));
            }
        }

        return placed;
    }

    private void Write(long number, (CarriedPost Post, VotedPlace Place)[] places)
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
}
