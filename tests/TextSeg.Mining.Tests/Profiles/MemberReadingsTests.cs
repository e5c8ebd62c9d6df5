using System.Numerics.Tensors;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Tests.Profiles;

public sealed class MemberReadingsTests
{
    private static readonly int[] Sizes = [20, 15, 15];

    private static ProfileOptions Unread => new() { Wants = 0, Feels = 0, Urgency = 0 };

    // Group 0 asks for help and is frustrated, the others share and are pleased; every fourth post is one that the classifier was unsure of.
    private static ProfileInput Read(int seed)
    {
        var input = PlantedCommunity.Make(seed, Sizes);
        var truth = PlantedCommunity.Truth(Sizes);
        return input with
        {
            Readings = [.. input.MemberOf.Select((member, row) => row % 4 == 3 ? PostReading.None : truth[member] == 0
                ? new PostReading(PostIntent.AskForHelp, PostSentiment.Negative, PostEmotions.Annoyance | PostEmotions.Worry, PostUrgency.Urgent, 0.8f)
                : new PostReading(PostIntent.Share, PostSentiment.Positive, PostEmotions.Joy, PostUrgency.Calm, 0.1f))],
        };
    }

    private static double Value(ProfileInput input, int member, string name)
    {
        var table = MemberSignals.Measure(input, input.RowsByMember());
        return table.Of(member)[table.Signals.Select(signal => signal.Name).ToList().IndexOf(name)];
    }

    [Fact]
    public void SharesAreOfThePostsOfWhichItIsKnown()
    {
        var input = Read(1);
        Value(input, 0, SignalNames.AskForHelp).ShouldBe(1);
        Value(input, 0, SignalNames.ShareNews).ShouldBe(0);
        Value(input, 0, SignalNames.Frustrated).ShouldBe(1);
        Value(input, 0, SignalNames.Worry).ShouldBe(1);
        Value(input, 0, SignalNames.Urgent).ShouldBe(1);
        Value(input, 40, SignalNames.Positive).ShouldBe(1);
        Value(input, 40, SignalNames.Joy).ShouldBe(1);
        Value(input, 40, SignalNames.Negative).ShouldBe(0);
    }

    [Fact]
    public void AMemberOfWhomNothingWasReadHasNoFigureAndIsPulledNowhere()
    {
        var input = Read(2);
        var readings = (PostReading[])input.Readings!.Clone();
        Array.Fill(readings, PostReading.None, 0, PlantedCommunity.PostsEach);
        input = input with { Readings = readings };
        Value(input, 0, SignalNames.AskForHelp).ShouldBe(double.NaN);
        Value(input, 0, SignalNames.Frustrated).ShouldBe(double.NaN);

        var options = new ProfileOptions { Wants = 0.2, Feels = 0.2, Urgency = 0.1 };
        var without = Unread;
        var (own, plain) = (ProfileModel.Fit(input, options).Apply(input), ProfileModel.Fit(input, without).Apply(input));
        own.Vectors[0][..plain.Vectors.Dimension].ToArray().ShouldBe(plain.Vectors[0].ToArray(), 1e-6);
        own.Vectors[0][plain.Vectors.Dimension..].ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void WhatMembersWantBringsThemTogetherWhereItCounts()
    {
        var input = Read(3);
        float Cosine(ProfileOptions options)
        {
            var profiles = ProfileModel.Fit(input, options).Apply(input);
            return TensorPrimitives.Dot(profiles.Vectors[21], profiles.Vectors[40]);
        }

        Cosine(new ProfileOptions { Wants = 0.3, Feels = 0.3 }).ShouldBeGreaterThan(Cosine(Unread) + 0.1f);
    }

    [Fact]
    public void FewPostsTellLessOfWhatAMemberWants()
    {
        var input = Read(4);
        var readings = (PostReading[])input.Readings!.Clone();
        Array.Fill(readings, PostReading.None, 1, PlantedCommunity.PostsEach - 1);
        var options = new ProfileOptions { Wants = 0.5 };
        double Share(ProfileInput posts)
        {
            var profiles = ProfileModel.Fit(posts, options).Apply(posts);
            return TensorPrimitives.Norm(profiles.Vectors[0][^ReadingLabels.Intents.Count..]);
        }

        Share(input with { Readings = readings }).ShouldBeLessThan(Share(input) * 0.6);
    }

    [Fact]
    public void OrderOfPostsChangesNoBit()
    {
        var input = Read(5);
        var order = PlantedCommunity.Shuffled(input.Vectors.Count, 5);
        var members = Enumerable.Range(0, input.Members).ToArray();
        var shuffled = PlantedCommunity.Reorder(input, order, members) with { Readings = Array.ConvertAll(order, row => input.Readings![row]) };
        var options = new ProfileOptions { Wants = 0.2, Feels = 0.2, Urgency = 0.1 };
        ProfileModel.Fit(shuffled, options).Apply(shuffled).Vectors.Values.ShouldBe(ProfileModel.Fit(input, options).Apply(input).Vectors.Values);
    }
}
