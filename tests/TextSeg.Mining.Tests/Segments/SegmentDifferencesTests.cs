using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Tests.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Segments;

public sealed class SegmentDifferencesTests
{
    private static readonly int[] Sizes = [40, 40, 40];

    /// <summary>A tree whose segments are the planted ones, so that nothing but the differences is tested.</summary>
    private static SegmentTree Planted(int[] segmentOf)
    {
        var segments = segmentOf.Where(segment => segment >= 0).GroupBy(segment => segment).OrderBy(group => group.Key).Select(group => new Segment(-1, group.Count(), 1, [1f])).ToArray();
        return new SegmentTree(segments, segmentOf, [.. segmentOf.Select(_ => (IReadOnlyList<SegmentShare>)[])], new PostState[segmentOf.Length], new float[segmentOf.Length], [segmentOf], 0, 0, 0);
    }

    private static SegmentDifferences Of(ProfileInput input, int[] segmentOf) =>
        new(input, ProfileModel.Fit(input, new ProfileOptions()).Apply(input), Planted(segmentOf));

    [Fact]
    public void WhatWasPlantedIsFoundWithItsFigures()
    {
        var differences = Of(PlantedCommunity.Make(1, Sizes), PlantedCommunity.Truth(Sizes));

        var asks = differences.OfSegment(0).Single(difference => difference is { Kind: DifferenceKind.Signal, Index: 1 });
        asks.Inside.ShouldBe(0.9, 0.05);
        asks.Outside.ShouldBe(0.2, 0.05);
        asks.Lift.ShouldBe(asks.Inside / asks.Outside);
        asks.Effect.ShouldBeGreaterThan(0.8);
        differences.OfSegment(1).ShouldContain(difference => difference.Kind == DifferenceKind.Language && difference.Index == 1 && difference.Inside == 1 && difference.Outside == 0);
        differences.OfSegment(2).ShouldContain(difference => difference.Kind == DifferenceKind.Topic && difference.Index == 2 && difference.Lift > 3);
    }

    // Group 1 writes in a language that the classifier reads as praise whatever is said; in the other language it tells group 0 from group 2.
    [Fact]
    public void WhatAClassifierSaysOfAWholeLanguageIsNoMarkOfASegment()
    {
        var input = PlantedCommunity.Make(6, Sizes);
        var truth = PlantedCommunity.Truth(Sizes);
        var random = new Random(6);
        input = input with
        {
            Readings = [.. input.MemberOf.Select(member => PostReading.None with
            {
                Intent = truth[member] == 1 ? PostIntent.Praise : random.NextDouble() < (truth[member] == 0 ? 0.8 : 0.2) ? PostIntent.AskForHelp : PostIntent.Discuss,
            })],
        };
        var signals = MemberSignals.Measure(input, input.RowsByMember()).Signals.Select(signal => signal.Name).ToList();

        var differences = Of(input, truth);

        differences.OfSegment(1).ShouldNotContain(difference => difference.Kind == DifferenceKind.Signal && difference.Index == signals.IndexOf(SignalNames.Praise));
        differences.OfSegment(0).Single(difference => difference.Kind == DifferenceKind.Signal && difference.Index == signals.IndexOf(SignalNames.AskForHelp)).Effect.ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void SegmentsDrawnByLotHardlyDiffer()
    {
        var input = PlantedCommunity.Make(2, Sizes);
        var lots = Array.ConvertAll(PlantedCommunity.Shuffled(input.Members, 9), place => place % 3);

        var differences = Of(input, lots);

        Enumerable.Range(0, 3).Sum(segment => differences.OfSegment(segment).Count).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void ANeighbourIsComparedAlone()
    {
        var differences = Of(PlantedCommunity.Make(3, Sizes), PlantedCommunity.Truth(Sizes));

        differences.Between(1, 2).ShouldContain(difference => difference.Kind == DifferenceKind.Topic && difference.Index == 1 && difference.Effect > 0);
        differences.Between(1, 2).ShouldNotContain(difference => difference.Kind == DifferenceKind.Signal && difference.Index == 1, "both ask as little");
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void OrderOfMembersAndPostsChangesNothing(int seed)
    {
        var (input, truth) = (PlantedCommunity.Make(seed, Sizes), PlantedCommunity.Truth(Sizes));
        var members = PlantedCommunity.Shuffled(input.Members, seed);
        var shuffled = PlantedCommunity.Reorder(input, PlantedCommunity.Shuffled(input.Vectors.Count, seed), members);

        var (one, two) = (Of(input, truth), Of(shuffled, Array.ConvertAll(members, member => truth[member])));

        for (var segment = 0; segment < 3; segment++)
        {
            two.OfSegment(segment).ShouldBe(one.OfSegment(segment), $"seed {seed}");
        }
    }
}
