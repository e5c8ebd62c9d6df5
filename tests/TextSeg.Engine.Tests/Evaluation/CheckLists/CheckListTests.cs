using Shouldly;
using TextSeg.Engine.Evaluation.CheckLists;
using TextSeg.Nlp.Classifiers;
using Xunit;

namespace TextSeg.Engine.Tests.Evaluation.CheckLists;

public sealed class CheckListTests
{
    [Fact]
    public void HasHundredsOfCasesOfEveryCapabilityInAtLeastSixLanguages()
    {
        var cases = CheckList.Cases();

        cases.Count.ShouldBeGreaterThan(600);
        cases.GroupBy(one => one.Capability).ShouldAllBe(group => group.Select(one => one.Language).Distinct().Count() >= 6);
        cases.Select(one => one.Kind).Distinct().Count().ShouldBe(3);
        cases.Select(one => one.Capability).ShouldContain("negation");
        cases.Select(one => one.Capability).ShouldContain("quoted words");
    }

    [Fact]
    public void SameSeedGivesTheSameCasesAndAnotherSeedOthers()
    {
        CheckList.Cases(3).ShouldBe(CheckList.Cases(3));
        CheckList.Cases(3).ShouldNotBe(CheckList.Cases(4));
    }

    [Fact]
    public void EveryCaseNamesAHeadAndWhatIsExpected()
    {
        string[] heads = [HeadNames.Sentiment, HeadNames.Emotion, HeadNames.Intent, HeadNames.Urgency, HeadNames.Frustration];

        foreach (var one in CheckList.Cases())
        {
            heads.ShouldContain(one.Head);
            one.Text.ShouldNotContain("{");
            (one.OtherText is null).ShouldBe(one.Kind == CheckListKind.Minimum, one.Text);
            (one.Expected.Length == 0).ShouldBe(one.Kind == CheckListKind.Invariance, one.Text);
            one.OtherText.ShouldNotBe(one.Text);
        }
    }

    [Fact]
    public void TheChangedTextSaysTheSameWhereNothingIsChanged()
    {
        var section = CheckListFile.Parse("en", "thing: the lamp | the door | the roof\n== names | invariance | sentiment\n  Ann sees {thing}. => Bob sees {thing}.").Single();

        section.Cases(1).ShouldAllBe(one => one.OtherText == one.Text.Replace("Ann", "Bob"));
        section.Cases(1).Select(one => one.Text).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void ASectionThatCannotBeReadIsNamed() =>
        Should.Throw<FormatException>(() => CheckListFile.Parse("en", "== names | sometimes | sentiment\n  Ann sees it.")).Message.ShouldContain("sometimes");

    [Fact]
    public void WordsOfOthersAreTakenAwayBeforeReading()
    {
        CheckListCase quoted = new("quoted words", CheckListKind.Minimum, "en", "> this is dreadful\n\nThe list is in room 7.", "sentiment", "!negative");

        Run(quoted).HasFailed.ShouldBeFalse();
        Run(quoted with { Text = "this is dreadful" }).HasFailed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("positive|mixed", false)]
    [InlineData("negative", true)]
    [InlineData("!negative", false)]
    [InlineData("!positive|neutral", true)]
    public void AMinimumExpectsOneOfItsLabelsOrNoneOfThem(string expected, bool fails) =>
        Run(new CheckListCase("any", CheckListKind.Minimum, "en", "It is superb.", "sentiment", expected)).HasFailed.ShouldBe(fails);

    [Theory]
    [InlineData("It is superb.", "We say it is superb.", false)]
    [InlineData("It is superb.", "It is dreadful.", true)]
    public void AnInvarianceFailsWhereTheLabelFlips(string text, string other, bool fails) =>
        Run(new CheckListCase("any", CheckListKind.Invariance, "en", text, "sentiment", "", other)).HasFailed.ShouldBe(fails);

    [Theory]
    [InlineData("It rains.", "It rains, superb.", false)]
    [InlineData("It rains, superb.", "It rains.", true)]
    [InlineData("It rains.", "It rains again.", true)]
    public void ADirectionFailsWhereTheProbabilityDoesNotRise(string text, string other, bool fails) =>
        Run(new CheckListCase("any", CheckListKind.Directional, "en", text, "sentiment", "positive", other)).HasFailed.ShouldBe(fails);

    [Fact]
    public void FailuresAreCountedByCapabilityAndLanguageAndUnknownHeadsAreLeftOut()
    {
        CheckListCase right = new("plain", CheckListKind.Minimum, "en", "superb", "sentiment", "positive");
        CheckListCase wrong = right with { Expected = "negative", Language = "de" };
        using var classifier = new WordClassifier();

        var result = CheckList.Run(new PostReader(classifier), [right, wrong, right with { Head = "intent" }]);

        result.Skipped.ShouldBe(1);
        result.ByCapability.ShouldBe([new CheckListCount("plain", "", 2, 1)]);
        result.ByCapabilityAndLanguage.ShouldBe([new CheckListCount("plain", "de", 1, 1), new CheckListCount("plain", "en", 1, 0)]);
        result.Failures.Single().Answer.ShouldBe("positive");
    }

    private static CheckListVerdict Run(CheckListCase one)
    {
        using var classifier = new WordClassifier();
        return CheckList.Run(new PostReader(classifier), [one]).Verdicts.Single();
    }
}
