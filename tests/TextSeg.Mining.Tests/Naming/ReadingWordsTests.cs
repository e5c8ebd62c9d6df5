using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Tests.Naming;

public sealed class ReadingWordsTests
{
    private static SegmentEvidence Evidence(params (string Signal, double Effect)[] readings)
    {
        EvidenceFigure[] figures = [.. readings.Select(reading => new EvidenceFigure(reading.Signal, "34 %", "12 %", 2.8, reading.Effect))];
        return new()
        {
            Segment = 0, Members = 57, Share = 0.19, Topics = [], Signals = [], Rules = new NameRules([]), Readings = figures, AllSignals = figures,
            Phrases = [new KeyPhrase("rain sensors", 10, 20, 8, 5)],
        };
    }

    private static Task<SegmentName> Name(SegmentEvidence evidence) => new ExtractiveSegmentNamer().NameAsync(evidence, TestContext.Current.CancellationToken);

    [Fact]
    public async Task WhatTheyWantAndHowTheyFeelMakeTheName()
    {
        var evidence = Evidence((SignalNames.AskForHelp, 0.5), (SignalNames.Frustrated, 0.4)) with { Marks = SegmentMarks.Newcomers };

        (await Name(evidence)).Name.ShouldBe("Frustrated newcomers who ask for help with rain sensors");
    }

    [Fact]
    public async Task ASmallDifferenceIsToldBelowButMakesNoName()
    {
        var name = await Name(Evidence((SignalNames.Complain, 0.2)));

        name.Name.ShouldBe("Members who write about rain sensors");
        name.Description.ShouldContain("More than others they write posts that complain (34 %, others 12 %).");
    }

    [Theory]
    [InlineData("Owners who ask for help with rain sensors", SignalNames.AskForHelp)]
    [InlineData("Members who report problems with the hub", SignalNames.ReportProblem)]
    [InlineData("Subscribers who think of leaving over the price", SignalNames.IntendToLeave)]
    [InlineData("They complain about the price.", SignalNames.Complain)]
    [InlineData("They are often frustrated.", SignalNames.Frustrated)]
    [InlineData("Worried families", SignalNames.Worry)]
    [InlineData("Their posts are urgent.", SignalNames.Urgent)]
    public void AWordOfMoodOrIntentIsHeldAgainstItsFigure(string statement, string signal)
    {
        var claim = FigureClaims.In(statement).ShouldHaveSingleItem();

        (claim.Signal, claim.Direction).ShouldBe((signal, 1));
        claim.IsShownBy(Evidence((signal, 0.3))).ShouldBeTrue();
        claim.IsShownBy(Evidence((signal, -0.3))).ShouldBeFalse();
        claim.IsShownBy(Evidence()).ShouldBeFalse();
    }

    [Fact]
    public void SeldomFrustratedIsTheOpposite() => FigureClaims.In("They are rarely frustrated.").Single().Direction.ShouldBe(-1);

    [Fact]
    public void HelpingOthersIsShownByLinksOrByWords()
    {
        var claim = FigureClaims.In("Members who help others with maps").Single();

        claim.IsShownBy(Evidence((SignalNames.Answers, 0.3))).ShouldBeTrue();
        claim.IsShownBy(Evidence((SignalNames.HelpAnother, 0.3))).ShouldBeTrue();
        claim.IsShownBy(Evidence((SignalNames.HelpAnother, -0.3))).ShouldBeFalse();
    }
}
