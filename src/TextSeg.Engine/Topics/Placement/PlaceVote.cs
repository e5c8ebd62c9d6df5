using TextSeg.Engine.Storage;
using TextSeg.Mining.Topics.Placement;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>Where a post lies by the vote of its neighbours.</summary>
internal sealed record VotedPlace(string? Topic, string? Leaf, double Strength, double X, double Y);

/// <summary>Lets the nearest posts vote: first for the topic at the reader's level, then those in it for the finest one. On the map the post lies in their middle.</summary>
internal sealed class PlaceVote
{
    private readonly Dictionary<long, Known> _known;
    private readonly string[] _topics;
    private readonly string[] _leaves;

    public PlaceVote(Workspace workspace, long number, IEnumerable<long> posts)
    {
        _known = workspace.Connection.Query(
            $"SELECT PostId, TopicId, LeafId, X, Y FROM PostTopics WHERE RunId = $1 AND State <> $3 AND PostId IN ({workspace.Connection.Provider.NumbersIn("$2")})",
            row => (Id: row.GetInt64(0), Place: new Known(row.Text(1), row.Text(2), row.GetDouble(3), row.GetDouble(4))),
            number,
            SqlList.Of(posts.Distinct()),
            PlacedPost.State).ToDictionary(pair => pair.Id, pair => pair.Place);
        _topics = Names(place => place.Topic);
        _leaves = Names(place => place.Leaf);
    }

    /// <summary>The place by the first neighbours that the run found and whose words are still the same.</summary>
    public VotedPlace Of(IReadOnlyList<(long Id, float Cosine)> nearest)
    {
        var voters = nearest.Where(near => _known.ContainsKey(near.Id)).Take(NeighborVote.Voters).Select(near => (Place: _known[near.Id], near.Cosine)).ToArray();
        var (topic, strength) = Vote(voters, place => place.Topic, _topics);
        var inTopic = voters.Where(voter => voter.Place.Topic == topic).ToArray();
        var leaf = topic is null ? null : Vote(inTopic, place => place.Leaf, _leaves).Winner;
        return new VotedPlace(
            topic, leaf, strength, inTopic.Select(voter => voter.Place.X).DefaultIfEmpty(0).Average(), inTopic.Select(voter => voter.Place.Y).DefaultIfEmpty(0).Average());
    }

    /// <summary>The nearest post that has a vote; null where none has.</summary>
    public long? NearestOf(IReadOnlyList<(long Id, float Cosine)> nearest) => nearest.Where(near => _known.ContainsKey(near.Id)).Select(near => (long?)near.Id).FirstOrDefault();

    private static (string? Winner, double Share) Vote((Known Place, float Cosine)[] voters, Func<Known, string?> groupOf, string[] names)
    {
        var groups = Array.ConvertAll(voters, voter => groupOf(voter.Place) is { } name ? Array.BinarySearch(names, name, StringComparer.Ordinal) : -1);
        var (group, share) = NeighborVote.Of(groups, Array.ConvertAll(voters, voter => voter.Cosine));
        return (group < 0 ? null : names[group], share);
    }

    private string[] Names(Func<Known, string?> groupOf) => [.. _known.Values.Select(groupOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private sealed record Known(string? Topic, string? Leaf, double X, double Y);
}
