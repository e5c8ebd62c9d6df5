using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Tests.Profiles;

public sealed class MemberSignalsTests
{
    private static readonly long Saturday = new DateTimeOffset(2024, 6, 1, 20, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    // Member 0 opens a thread on a Saturday evening and comes back ten days later at noon; member 1 answers once.
    private static readonly ProfileInput Input = new(new VectorTable(2, [1, 0, 1, 0, 0, 1]), [0, 1, 0], 2)
    {
        StableKeyOf = [11, 12, 13],
        MemberKeyOf = [1, 2],
        TopicOf = [0, 0, 0],
        Topics = 1,
        Signals = [new(20, true, false, 1, 0, 0, 2, 4), new(9, false, true, 0, 3, 1, 0), new(40, false, false, 0, 0, 0, 0, 5)],
        TimeOf = [Saturday, Saturday + 3_600, Saturday + (10 * 86_400) - (8 * 3_600)],
        ThreadOf = [7, 7, 8],
        ReplyTo = [-1, 0, -1],
    };

    private static double Value(int member, string name, ProfileInput? input = null)
    {
        var table = MemberSignals.Measure(input ?? Input, (input ?? Input).RowsByMember());
        return table.Of(member)[table.Signals.Select(signal => signal.Name).ToList().IndexOf(name)];
    }

    [Fact]
    public void MannerIsMeasuredOverTheMembersOwnPosts()
    {
        Value(0, SignalNames.Words).ShouldBe(30);
        Value(0, SignalNames.Questions).ShouldBe(0.5);
        Value(0, SignalNames.Polite).ShouldBe(0.5);
        Value(0, SignalNames.Rating).ShouldBe(4.5);
        Value(1, SignalNames.Code).ShouldBe(1);
        Value(1, SignalNames.Exclamations).ShouldBe(1);
        Value(1, SignalNames.Rating).ShouldBe(double.NaN);
    }

    [Fact]
    public void TimesGiveHoursWeekendsAndTheSpanInDays()
    {
        Value(0, SignalNames.Evening).ShouldBe(0.5);
        Value(0, SignalNames.Weekend).ShouldBe(0.5);
        Value(0, SignalNames.Span).ShouldBe(10 - (8 / 24.0), 1e-9);
        Value(0, SignalNames.Cadence).ShouldBe(2);
    }

    [Fact]
    public void WhoOpensAThreadAndWhoAnswersIsToldApart()
    {
        Value(0, SignalNames.Openings).ShouldBe(1);
        Value(1, SignalNames.Openings).ShouldBe(0);
        Value(1, SignalNames.Answers).ShouldBe(1);
        Value(0, SignalNames.AnswersGot).ShouldBe(0.5);
    }

    [Fact]
    public void AnAnswerToOneselfIsNoAnswerGot() => Value(0, SignalNames.AnswersGot, Input with { ReplyTo = [-1, -1, 0] }).ShouldBe(0);
}
