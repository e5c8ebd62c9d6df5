using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Tests.Evaluation.Heads;

public sealed class HeadTestTests
{
    private static readonly ClassifierHead Mood = new("sentiment", ["negative", "neutral", "positive"]) { UnsureBelow = 0.5f };
    private static readonly ClassifierHead Feelings = new("emotion", ["anger", "joy", "worry"]) { HasSeveral = true, UnsureBelow = 0.3f };
    private static readonly ClassifierHead Score = new("frustration", ["frustration"]) { HasSeveral = true };

    [Fact]
    public void OneLabelOfAllIsCountedByHand()
    {
        var all = Run(Mood, Row("0.9 0.1 0", "negative"), Row("0.2 0.7 0.1", "positive"), Row("0.4 0.3 0.3", "negative"), Row("0.1 0.1 0.8", "positive")).All;
        all.Rows.ShouldBe(4);
        all.Accuracy.Value!.Value.ShouldBe(0.75);
        all.MacroRecall.Value!.Value.ShouldBe((1 + 0.5) / 2, 1e-9, "both negative ones and one of two positive ones are found; neutral does not occur");
        all.MacroF1.Value!.Value.ShouldBe((1 + (2.0 / 3)) / 2, 1e-9);
        all.ShareAnswered.Value!.Value.ShouldBe(0.75, "0.4 is below 0.5");
        all.AccuracyAnswered.Value!.Value.ShouldBe(2.0 / 3, 1e-9);
        all.CalibrationError.Value!.Value.ShouldBe((0.1 + 0.7 + 0.6 + 0.2) / 4, 1e-6);
        all.MacroF1.Low.ShouldBeNull("four rows are too few");
        all.AreaUnderCurve.ShouldBeNull();
    }

    [Fact]
    public void WhatASourceDoesNotSpeakOfIsNeitherRightNorWrong()
    {
        HeadRow spoken = new() { Text = "0.9 0.9 0", Labels = ["anger"], Judged = ["anger", "worry"] };
        var model = Run(Feelings, spoken, Row("0.1 0.8 0.1", "joy"));
        model.All.MacroF1.Value.ShouldBe(1, "joy was given to the first row too, of which its source says nothing");
        model.Labels.Single(label => label.Label == "joy").CalibrationError!.Value.ShouldBe(0.2, 1e-6, "only the second row counts");
        model.Labels.Single(label => label.Label == "worry").F1.Value.ShouldBeNull();
    }

    [Fact]
    public void AnUnsureAnswerOfSeveralGivesNoLabel()
    {
        var all = Run(Feelings, Row("0.2 0.1 0.1", "anger"), Row("0.8 0.1 0.1", "anger")).All;
        all.ShareAnswered.Value.ShouldBe(0.5);
        all.MacroRecall.Value.ShouldBe(0.5);
        all.AccuracyAnswered.Value.ShouldBe(1);
    }

    [Fact]
    public void AScoreIsMeasuredByItsOrderAndAgainstNone()
    {
        var model = Run(Score, Row("0.9", "frustration"), Row("0.6"), Row("0.55", "frustration"), Row("0.1"));
        model.All.AreaUnderCurve!.Value.ShouldBe(0.75, "three of four pairs stand in order");
        model.All.Accuracy.Value.ShouldBe(0.75);
        model.Labels.Select(label => label.Label).ShouldBe(["frustration", "none"]);
    }

    [Fact]
    public void EverySourceAndLanguageHasItsOwnFigures()
    {
        var model = Run(
            Mood,
            Row("1 0 0", "negative") with { Source = "shop", Language = "en" }, Row("1 0 0", "positive") with { Source = "shop", Language = "de" },
            Row("0 0 1", "positive") with { Source = "forum", Language = "en" });
        model.Slices.Single(slice => slice is { Source: null, Language: "en" }).Accuracy.Value.ShouldBe(1);
        model.Slices.Single(slice => slice is { Source: "shop", Language: null }).LanguagesRecall.Value.ShouldBe(0.5);
        model.Slices.Single(slice => slice is { Source: "shop", Language: "de" }).Rows.ShouldBe(1);
        model.Slices.Count.ShouldBe(2 + 2 + 3);
    }

    [Fact]
    public void BaselinesStandBesideTheModelWhereThereAreRowsToTrainThem()
    {
        HeadRow[] train = [.. Enumerable.Range(0, 40).Select(row => Row(row % 4 == 0 ? "1 0 0 a fine day" : "0 1 0 a dull day", row % 4 == 0 ? "positive" : "negative"))];
        var set = new HeadSet("sentiment", [Row("1 0 0", "negative"), Row("0 0 1", "positive")], train, [], []);
        using var classifier = new FixedClassifier(Mood);
        var evaluation = new HeadTest(classifier, new Bootstrap(1, 100), 100, 1).Run(set, null, default);
        evaluation.TrainRows.ShouldBe(40);
        evaluation.Systems.Select(system => system.System).ShouldBe(["fixed", "majority", "bag of words"]);
        evaluation.Systems[0].All.MacroF1.Value.ShouldBe(1);
        evaluation.Systems[1].All.MacroRecall.Value.ShouldBe(0.5, "always negative");
    }

    [Fact]
    public void AHeadThatTheModelHasNotIsSaid()
    {
        using var classifier = new FixedClassifier(Mood);
        var fault = Should.Throw<JobException>(() => new HeadTest(classifier, new Bootstrap(1), 0, 1).Run(new HeadSet("intent", [Row("1 0 0", "praise")], [], [], []), null, default));
        fault.Message.ShouldContain("has no head intent; it has sentiment");
    }

    private static HeadRow Row(string text, params string[] labels) => new() { Text = text, Labels = labels };

    private static SystemScores Run(ClassifierHead head, params HeadRow[] rows)
    {
        using var classifier = new FixedClassifier(head);
        return new HeadTest(classifier, new Bootstrap(1, 100), 0, 1).Run(new HeadSet(head.Name, rows, [], [], []), null, default).Systems.ShouldHaveSingleItem();
    }
}
