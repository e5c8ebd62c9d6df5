using TextSeg.Engine.Samples.Phrases;
using TextSeg.Engine.Samples.Planting;
using TextSeg.Engine.Samples.Writing;

namespace TextSeg.Engine.Samples;

/// <summary>
/// An invented community of owners of Brisella home weather stations, with planted topics, segments, moods, intents, a topic
/// that sours, near-duplicates and personal data. The same options give the same posts; posts are made one at a time.
/// </summary>
public sealed class SampleCommunity
{
    private readonly SampleOptions _options;
    private readonly IReadOnlyList<Member> _members;

    /// <param name="options">What to invent.</param>
    /// <param name="cancellationToken">Stops the drawing of members, which takes a while when they are many.</param>
    /// <exception cref="ArgumentException">The options have faults; the message names all of them.</exception>
    public SampleCommunity(SampleOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = options.Faults();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        }

        _options = options;
        _members = MemberRoster.Draw(options, cancellationToken);
        var sizes = MemberRoster.Sizes(options.Members);
        Truth = new SampleTruth(
            [.. PlantedSegments.All.Select((plan, i) => new PlantedSegment(plan.Id, plan.Description, plan.Share, sizes[i]))],
            PlantedTopics.All,
            new PlantedRise(
                Calendar.SouringTopic, "frustration", Calendar.SouringStart, Calendar.End, PostPlanner.FrustratedBefore, PostPlanner.FrustratedAtEnd),
            [.. _members.Select(member => member.Facts)]);
    }

    /// <summary>What was planted in the community as a whole; what was planted in a post comes with the post.</summary>
    public SampleTruth Truth { get; }

    /// <summary>All posts in the order of time, from the start at every call.</summary>
    public IEnumerable<SamplePost> Posts(CancellationToken cancellationToken = default)
    {
        var schedule = new PostSchedule(_members, _options.Seed, cancellationToken);
        var writer = new PostWriter(_options);
        while (schedule.TryNext(out var member, out var time))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(member, time);
            while (writer.TryTake(isEnd: false, out var post))
            {
                yield return post;
            }
        }

        while (writer.TryTake(isEnd: true, out var post))
        {
            yield return post;
        }
    }
}
