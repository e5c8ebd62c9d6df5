using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Tests.Naming;

public sealed class FigureClaimsTests
{
    [Theory]
    [InlineData("They write long posts.", SignalNames.Words, 1)]
    [InlineData("Their messages are short.", SignalNames.Words, -1)]
    [InlineData("Night owls who tinker", SignalNames.Evening, 1)]
    [InlineData("They seldom write at night.", SignalNames.Evening, -1)]
    [InlineData("They post during office hours.", SignalNames.Evening, -1)]
    [InlineData("They ask many questions about soil.", SignalNames.Questions, 1)]
    [InlineData("They often help other members.", SignalNames.Answers, 1)]
    [InlineData("They joined not long ago.", SignalNames.Span, -1)]
    [InlineData("Unhappy customers of the shop", SignalNames.Rating, -1)]
    public void WhatAFigureCanProveIsFound(string statement, string signal, int direction)
    {
        var claim = FigureClaims.In(statement).ShouldHaveSingleItem();
        (claim.Signal, claim.Direction).ShouldBe((signal, direction));
    }

    [Theory]
    [InlineData("They worry about wrong rain totals.")]
    [InlineData("They ask whether the battery lasts.")]
    [InlineData("They are tinker-speaking.")]
    public void AThemeIsNoMatterOfFigures(string statement) => FigureClaims.In(statement).ShouldBeEmpty();

    [Fact]
    public void ALanguageIsHeldAgainstTheSegmentsLanguage()
    {
        var claim = FigureClaims.In("Most of them are German-speaking.").ShouldHaveSingleItem();
        claim.IsShownBy(Evidence() with { Language = "German" }).ShouldBeTrue();
        claim.IsShownBy(Evidence() with { Language = "French" }).ShouldBeFalse();
        claim.IsShownBy(Evidence()).ShouldBeFalse();
    }

    [Fact]
    public void ADifferenceMustPointTheWayThatIsSaid()
    {
        var evidence = Evidence() with { AllSignals = [new EvidenceFigure(SignalNames.Words, "60", "30", 2, 0.4)] };
        FigureClaims.In("They write long posts.").Single().IsShownBy(evidence).ShouldBeTrue();
        FigureClaims.In("They write short posts.").Single().IsShownBy(evidence).ShouldBeFalse();
        FigureClaims.In("They use many emoji.").Single().IsShownBy(evidence).ShouldBeFalse();
    }

    private static SegmentEvidence Evidence() => new() { Segment = 0, Members = 9, Share = 0.1, Phrases = [], Topics = [], Signals = [], Rules = new NameRules([]) };
}
