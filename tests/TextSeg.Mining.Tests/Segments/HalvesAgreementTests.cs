using TextSeg.Mining.Profiles;
using TextSeg.Mining.Segments;
using TextSeg.Mining.Tests.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Tests.Segments;

public sealed class HalvesAgreementTests
{
    private static readonly int[] Sizes = [30, 25, 25, 20, 20];

    [Fact]
    public void SteadyMembersAreFoundAgainFarMoreOftenThanChance()
    {
        var halves = PostHalves.Split(PlantedCommunity.Make(1, Sizes), 4, new TopicOptions());

        var agreement = HalvesAgreement.Measure(halves.Earlier, halves.Later, new ProfileOptions(), new SegmentOptions { Fewest = 4, Most = 8 });

        agreement.Members.ShouldBe(120);
        agreement.SameSegment.ShouldBeGreaterThan(0.7);
        agreement.TimesChance.ShouldBeGreaterThan(2.5);
        agreement.Chance.ShouldBeInRange(1.0 / agreement.Segments, 0.5);
    }

    [Fact]
    public void MembersWhoChangeEverythingAreNotFoundAgain()
    {
        var halves = PostHalves.Split(PlantedCommunity.Make(2, Sizes), 4, new TopicOptions());
        var order = PlantedCommunity.Shuffled(halves.Later.Members, 5);
        var swapped = halves.Later with { MemberOf = Array.ConvertAll(halves.Later.MemberOf, member => order[member]) };

        var agreement = HalvesAgreement.Measure(halves.Earlier, swapped, new ProfileOptions(), new SegmentOptions { Fewest = 4, Most = 8 });

        agreement.TimesChance.ShouldBeInRange(0.6, 1.5);
    }

    [Fact]
    public void TheEarlierHalfEndsBeforeTheLaterBegins()
    {
        var input = PlantedCommunity.Make(3, Sizes);
        var memberOf = (int[])input.MemberOf.Clone();
        Array.Fill(memberOf, -1, 0, PlantedCommunity.PostsEach - 3);

        var halves = PostHalves.Split(input with { MemberOf = memberOf }, 4, new TopicOptions());

        halves.Earlier.Members.ShouldBe(119, "a member with three posts is left out");
        halves.Earlier.MemberKeyOf.ShouldBe(halves.Later.MemberKeyOf);
        for (var member = 0; member < halves.Earlier.Members; member++)
        {
            Times(halves.Earlier, member).Max().ShouldBeLessThanOrEqualTo(Times(halves.Later, member).Min());
        }

        halves.Later.TopicOf.ShouldAllBe(topic => topic >= -1 && topic < halves.Earlier.Topics);
    }

    [Fact]
    public void DifferentMembersAreRefused() =>
        Should.Throw<ArgumentException>(() => HalvesAgreement.Measure(PlantedCommunity.Make(4, 5), PlantedCommunity.Make(4, 6), new ProfileOptions(), new SegmentOptions()))
            .Message.ShouldContain("same members");

    private static IEnumerable<long> Times(ProfileInput input, int member) =>
        Enumerable.Range(0, input.MemberOf.Length).Where(row => input.MemberOf[row] == member).Select(row => input.TimeOf![row]);
}
