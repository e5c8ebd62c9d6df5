using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Engine.Evaluation.Heads.BagOfWords;
using TextSeg.Engine.Tests.Evaluation.Measures;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Tests.Classifiers;

namespace TextSeg.Engine.Tests.Evaluation.Heads;

public sealed class BaselineTests
{
    private static readonly RegressionReference Reference = MeasureReference.Read().Regression;

    [Fact]
    public void TheRegressionOfSeveralClassesIsThatOfScikitLearn()
    {
        using var model = Moods();
        var readings = model.Read(Reference.New);
        for (var text = 0; text < readings.Count; text++)
        {
            readings[text].Heads[0].Probabilities.Zip(Reference.Several[text]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.002);
        }
    }

    [Fact]
    public void TheRegressionOfOneLabelIsThatOfScikitLearn()
    {
        HeadRow[] rows = [.. Reference.Texts.Zip(Reference.Moods, (text, mood) => new HeadRow { Text = text, Labels = mood == "bad" ? ["bad"] : [] })];
        using var model = BagOfWordsClassifier.Train(new ClassifierHead("own", ["bad"]) { HasSeveral = true }, rows, [], default);
        model.Read(Reference.New).Select(reading => reading.Heads[0].Probabilities[0]).Zip(Reference.Bad).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.002);
    }

    [Fact]
    public void TheSameRowsGiveTheSameModel()
    {
        using var one = Moods();
        using var other = Moods();
        one.Read(Reference.New).Zip(other.Read(Reference.New)).ShouldAllBe(pair => pair.First.Heads[0].Probabilities.SequenceEqual(pair.Second.Heads[0].Probabilities));
    }

    [Fact]
    public void ThresholdsOfSeveralLabelsAreThoseOfTheHighestF1()
    {
        var head = new ClassifierHead("emotion", ["joy", "anger"]) { HasSeveral = true };
        HeadRow[] rows = [Row("joy"), Row("joy"), Row(), Row()];
        TextReading[] readings = [Reading(0.3f, 0.1f), Reading(0.2f, 0.1f), Reading(0.25f, 0.1f), Reading(0.1f, 0.1f)];
        LabelThresholds.Choose(new LabelSpace(head), rows, readings).ShouldBe([0.2f, 0.5f]);
    }

    [Fact]
    public void TheCommonestLabelIsGivenToEveryText()
    {
        var head = new ClassifierHead("emotion", ["joy", "anger"]) { HasSeveral = true };
        using var majority = new MajorityClassifier(head, [Row("joy"), Row("joy", "anger"), Row(), Row("joy")]);
        majority.Heads[0].Decide(majority.Read(["any"])[0].Heads[0]).ShouldHaveSingleItem().ShouldBe(new LabelReading("joy", 0.75f));
    }

    [Theory]
    [InlineData("The server is down, please help.", "urgent")]
    [InlineData("Dringend: die Kasse geht nicht!", "urgent")]
    [InlineData("No rush, but where is the manual?", "calm")]
    [InlineData("Not urgent at all.", "calm")]
    [InlineData("How do I change the download folder?", "normal")]
    public void TheKeywordRuleLooksForWholeWords(string text, string expected)
    {
        var head = new ClassifierHead("urgency", ["calm", "normal", "urgent"]);
        UrgencyKeywords.Fits(head).ShouldBeTrue();
        using var rule = new UrgencyKeywords(head);
        rule.Heads[0].Decide(rule.Read([text])[0].Heads[0])[0].Label.ShouldBe(expected);
    }

    internal static BagOfWordsClassifier Moods() => BagOfWordsClassifier.Train(
        new ClassifierHead("mood", Reference.Labels), [.. Reference.Texts.Zip(Reference.Moods, (text, mood) => new HeadRow { Text = text, Labels = [mood] })], [], default);

    private static HeadRow Row(params string[] labels) => new() { Text = "text", Labels = labels };

    private static TextReading Reading(params float[] probabilities) => new([new HeadReading("emotion", probabilities)]);
}

public sealed class BagOfWordsConformanceTests : TextClassifierConformance
{
    protected override ITextClassifier Create(int threads) => BaselineTests.Moods();
}

public sealed class MajorityConformanceTests : TextClassifierConformance
{
    protected override ITextClassifier Create(int threads) => new MajorityClassifier(
        new ClassifierHead("mood", ["good", "bad"]), [new HeadRow { Text = "one", Labels = ["good"] }, new HeadRow { Text = "two", Labels = ["bad"] }]);
}

public sealed class UrgencyKeywordsConformanceTests : TextClassifierConformance
{
    protected override ITextClassifier Create(int threads) => new UrgencyKeywords(new ClassifierHead("urgency", ["calm", "normal", "urgent"]));
}
