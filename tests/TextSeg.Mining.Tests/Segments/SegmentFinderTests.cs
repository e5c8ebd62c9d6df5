using TextSeg.Mining.Clustering;
using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Tests.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Segments;

public sealed class SegmentFinderTests
{
    private static readonly int[] Sizes = [60, 50, 50, 40, 40, 30, 30, 25, 6];

    private static (ProfileTable Profiles, SegmentTree Tree) Find(ProfileInput input, SegmentOptions? options = null)
    {
        var profiles = ProfileModel.Fit(input, new ProfileOptions()).Apply(input);
        return (profiles, new SegmentFinder(options ?? new SegmentOptions()).Find(profiles, input.MemberKeyOf));
    }

    [Fact]
    public void PlantedSegmentsAreFoundEvenOneOfTwoInAHundred()
    {
        var (_, tree) = Find(PlantedCommunity.Make(1, Sizes));

        ClusterAgreement.AdjustedRand(tree.SegmentOf, PlantedCommunity.Truth(Sizes)).ShouldBeGreaterThan(0.9);
        PlantedSegments.Score(tree.SegmentOf, PlantedCommunity.Truth(Sizes))[8].F1.ShouldBeGreaterThan(0.8);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void OrderOfMembersAndNumberOfThreadsChangeNothing(int seed)
    {
        var input = PlantedCommunity.Make(seed, Sizes);
        var members = PlantedCommunity.Shuffled(input.Members, seed);
        var shuffled = PlantedCommunity.Reorder(input, PlantedCommunity.Shuffled(input.Vectors.Count, seed), members);

        var (_, one) = Find(input, new SegmentOptions { Threads = 1 });
        var (_, two) = Find(shuffled, new SegmentOptions { Threads = 2 });

        two.SegmentOf.ShouldBe(Array.ConvertAll(members, member => one.SegmentOf[member]), $"seed {seed}");
        two.StateOf.ShouldBe(Array.ConvertAll(members, member => one.StateOf[member]), $"seed {seed}");
        two.StrengthOf.ShouldBe(Array.ConvertAll(members, member => one.StrengthOf[member]), $"seed {seed}");
        two.SharesOf.ShouldBe(Array.ConvertAll(members, member => one.SharesOf[member]), $"seed {seed}");
        two.Stability.ShouldBe(one.Stability);
        two.Segments.Select(segment => segment.Centroid).ShouldBe(one.Segments.Select(segment => segment.Centroid));
    }

    [Fact]
    public void AMemberHoldsOneToThreeSegmentsWhoseWeightsAddUpToOne()
    {
        var (_, tree) = Find(PlantedCommunity.Make(2, Sizes), new SegmentOptions { OverlapShare = 0.05 });

        for (var member = 0; member < tree.SegmentOf.Length; member++)
        {
            tree.SharesOf[member].Count.ShouldBeInRange(1, 3);
            tree.SharesOf[member][0].Segment.ShouldBe(tree.SegmentOf[member]);
            tree.SharesOf[member].Sum(share => share.Weight).ShouldBe(1, 1e-9);
            tree.SharesOf[member].Select(share => share.Segment).ShouldBeUnique();
        }

        tree.SharesOf.ShouldContain(shares => shares.Count > 1);
    }

    [Fact]
    public void AProfileIsPlacedInItsOwnSegment()
    {
        var (profiles, tree) = Find(PlantedCommunity.Make(3, Sizes));

        var own = Enumerable.Range(0, profiles.Count).Count(member => tree.Place(profiles.Vectors[member]) == tree.SegmentOf[member]);

        own.ShouldBeGreaterThan((int)(0.95 * profiles.Count));
        tree.Place(new float[profiles.Vectors.Dimension]).ShouldBe(-1);
    }

    [Fact]
    public void QuietMembersStayInNoSegmentAndAreNotDropped()
    {
        var input = PlantedCommunity.Make(4, Sizes);
        var memberOf = Array.ConvertAll(input.MemberOf, member => member is 0 or 70 ? -1 : member);

        var (_, tree) = Find(input with { MemberOf = memberOf });

        tree.SegmentOf.Length.ShouldBe(input.Members);
        (tree.SegmentOf[0], tree.SegmentOf[70]).ShouldBe((-1, -1));
        tree.SharesOf[0].ShouldBeEmpty();
        tree.StateOf[0].ShouldBe(PostState.None);
        tree.Segments.Sum(segment => segment.Size).ShouldBe(input.Members - 2);
    }

    [Fact]
    public void EachLevelLiesInsideTheOneBefore()
    {
        var (_, tree) = Find(PlantedCommunity.Make(5, Sizes));

        for (var level = 1; level < tree.Levels.Count; level++)
        {
            var parents = Enumerable.Range(0, tree.SegmentOf.Length).GroupBy(member => tree.Levels[level][member]);
            parents.ShouldAllBe(group => group.Select(member => tree.Levels[level - 1][member]).Distinct().Count() == 1);
        }

        tree.Levels[tree.ReaderLevel].ShouldBe(tree.SegmentOf);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AFewMembersOrNoneAreNoFault(int members)
    {
        var (_, tree) = Find(PlantedCommunity.Make(6, members));

        tree.SegmentOf.Length.ShouldBe(members);
        tree.Segments.Sum(segment => segment.Size).ShouldBe(tree.SegmentOf.Count(segment => segment >= 0));
    }

    [Fact]
    public void TheWantedNumberIsCloselyKept() =>
        Find(PlantedCommunity.Make(7, Sizes), new SegmentOptions { Count = 9 }).Tree.Segments.Count.ShouldBeInRange(7, 11);

    [Fact]
    public void EveryFaultOfTheOptionsIsSaidAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(() => new SegmentFinder(new SegmentOptions { Neighbors = 1, Smallest = 0, OverlapShare = 2, Fewest = 9, Most = 8 }));

        fault.Message.ShouldContain("1 neighbours");
        fault.Message.ShouldContain("9 to 8");
        fault.Message.ShouldContain("0 members");
        fault.Message.ShouldContain("overlap is 2");
    }
}
