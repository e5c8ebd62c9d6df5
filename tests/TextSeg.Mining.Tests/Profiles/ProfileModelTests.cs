using System.Numerics.Tensors;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Tests.Profiles;

public sealed class ProfileModelTests
{
    private static readonly int[] Sizes = [20, 15, 15];

    private static ProfileTable Profiles(ProfileInput input, ProfileOptions? options = null) => ProfileModel.Fit(input, options ?? new ProfileOptions()).Apply(input);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void OrderOfPostsAndMembersChangesNoBitOfAProfile(int seed)
    {
        var input = PlantedCommunity.Make(seed, Sizes);
        var members = PlantedCommunity.Shuffled(input.Members, seed);
        var shuffled = PlantedCommunity.Reorder(input, PlantedCommunity.Shuffled(input.Vectors.Count, seed), members);

        var (one, two) = (Profiles(input), Profiles(shuffled));

        for (var member = 0; member < members.Length; member++)
        {
            two.Vectors[member].ToArray().ShouldBe(one.Vectors[members[member]].ToArray(), $"seed {seed}");
            two.Signals.Of(member).ToArray().ShouldBe(one.Signals.Of(members[member]).ToArray(), $"seed {seed}");
            two.TopicShares[member].ToArray().ShouldBe(one.TopicShares[members[member]].ToArray(), $"seed {seed}");
        }
    }

    [Fact]
    public void ProfilesAreUnitRowsAndWeightsAddUpToOne()
    {
        var profiles = Profiles(PlantedCommunity.Make(1, Sizes));

        for (var member = 0; member < profiles.Count; member++)
        {
            TensorPrimitives.Norm(profiles.Vectors[member]).ShouldBe(1, 1e-5f);
        }

        profiles.Weights.Sum(pair => pair.Weight).ShouldBe(1, 1e-9);
        profiles.Weights.Select(pair => pair.Group).ShouldContain(SignalGroups.Language);
    }

    [Fact]
    public void MembersOfOneGroupAreNearerThanOthers()
    {
        var profiles = Profiles(PlantedCommunity.Make(2, Sizes));

        float Cosine(int a, int b) => TensorPrimitives.Dot(profiles.Vectors[a], profiles.Vectors[b]);
        Cosine(0, 1).ShouldBeGreaterThan(Cosine(0, 25) + 0.2f);
        Cosine(0, 19).ShouldBeGreaterThan(Cosine(0, 40) + 0.2f);
    }

    [Fact]
    public void AMemberWithAFewWordsIsQuietButStaysInTheTable()
    {
        var input = PlantedCommunity.Make(3, Sizes);
        var signals = (PostSignals[])input.Signals.Clone();
        var memberOf = (int[])input.MemberOf.Clone();
        Array.Fill(memberOf, -1, 1, PlantedCommunity.PostsEach - 1);
        signals[0] = signals[0] with { Words = 2 };

        var profiles = Profiles(new ProfileInput(input.Vectors, memberOf, input.Members)
        {
            StableKeyOf = input.StableKeyOf, MemberKeyOf = input.MemberKeyOf, TopicOf = input.TopicOf, Topics = input.Topics, Signals = signals,
        });

        profiles.Count.ShouldBe(input.Members);
        profiles.Quiet[0].ShouldBeTrue();
        profiles.Vectors[0].ToArray().ShouldAllBe(value => value == 0);
        profiles.Quiet[1..].ShouldAllBe(quiet => !quiet);
    }

    [Fact]
    public void ManyPostsWithoutWordsArePlacedByBehaviour()
    {
        var input = PlantedCommunity.Make(4, Sizes);
        var signals = (PostSignals[])input.Signals.Clone();
        for (var row = 0; row < PlantedCommunity.PostsEach; row++)
        {
            signals[row] = signals[row] with { Words = 0, Emoji = 2 };
        }

        var profiles = Profiles(input with { Signals = signals });

        profiles.Quiet[0].ShouldBeFalse();
        profiles.Vectors[0][..input.Vectors.Dimension].ToArray().ShouldAllBe(value => value == 0, "no theme without words");
    }

    [Fact]
    public void WithoutTimesThreadsAndLanguagesTheOtherGroupsShareTheWeight()
    {
        var input = PlantedCommunity.Make(5, Sizes) with { TimeOf = null, ThreadOf = null, ReplyTo = null, LanguageOf = null };

        var profiles = Profiles(input);

        profiles.Weights.Select(pair => pair.Group).ShouldBe([SignalGroups.Theme, SignalGroups.Topics, SignalGroups.Manner, SignalGroups.Exchange]);
        profiles.Weights.Sum(pair => pair.Weight).ShouldBe(1, 1e-9);
        profiles.Signals.Of(0)[profiles.Signals.Signals.Select(signal => signal.Name).ToList().IndexOf(SignalNames.Weekend)].ShouldBe(double.NaN);
    }

    [Fact]
    public void OneLongConversationDoesNotBecomeThePerson()
    {
        var input = PlantedCommunity.Make(6, Sizes);
        var vectors = (float[])input.Vectors.Values.Clone();
        var other = input.Vectors[input.Vectors.Count - 1];
        for (var row = 0; row < PlantedCommunity.PostsEach - 1; row++)
        {
            other.CopyTo(vectors.AsSpan(row * input.Vectors.Dimension));
        }

        var copied = new VectorTable(input.Vectors.Dimension, vectors);
        var apart = Enumerable.Range(0, input.Vectors.Count).ToArray();
        var together = apart.Select(row => row < PlantedCommunity.PostsEach - 1 ? 0 : row).ToArray();
        var theme = new ProfileOptions { Topics = 0, Manner = 0, Time = 0, Exchange = 0, Language = 0, Wants = 0, Feels = 0, Urgency = 0 };

        float TowardsTheOther(int[] threads)
        {
            var profiles = Profiles(input with { Vectors = copied, ThreadOf = threads }, theme);
            return TensorPrimitives.Dot(profiles.Vectors[0], profiles.Vectors[profiles.Count - 1]);
        }

        TowardsTheOther(together).ShouldBeLessThan(TowardsTheOther(apart) - 0.01f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AFewMembersOrNoneAreNoFault(int members)
    {
        var input = PlantedCommunity.Make(7, members);

        var profiles = Profiles(input);

        profiles.Count.ShouldBe(members);
        profiles.Vectors.Count.ShouldBe(members);
    }

    [Fact]
    public void OnePostEachStillGivesEveryoneAProfile()
    {
        var input = PlantedCommunity.Make(8, Sizes);
        var profiles = Profiles(input with { MemberOf = [.. Enumerable.Range(0, input.Vectors.Count)], Members = input.Vectors.Count, MemberKeyOf = input.StableKeyOf });

        profiles.Quiet.ShouldAllBe(quiet => !quiet);
    }

    [Fact]
    public void SecondsThatNoCalendarHoldsAreTakenAsUnknown()
    {
        var input = PlantedCommunity.Make(9, Sizes);
        var times = (long[])input.TimeOf!.Clone();
        (times[0], times[1]) = (long.MaxValue, long.MinValue);

        Should.NotThrow(() => Profiles(input with { TimeOf = times }));
    }

    [Fact]
    public void EveryFaultOfTheOptionsIsSaidAtOnce()
    {
        var fault = Should.Throw<ArgumentException>(() => new ProfileOptions { Theme = -1, Time = double.NaN, Prior = 0 }.Validate());

        fault.Message.ShouldContain(SignalGroups.Theme);
        fault.Message.ShouldContain(SignalGroups.Time);
        fault.Message.ShouldContain("Prior");
        Should.Throw<ArgumentException>(() => new ProfileOptions { Theme = 0, Topics = 0, Manner = 0, Time = 0, Exchange = 0, Language = 0, Wants = 0, Feels = 0, Urgency = 0 }.Validate()).Message.ShouldContain("all weights are 0");
    }
}
