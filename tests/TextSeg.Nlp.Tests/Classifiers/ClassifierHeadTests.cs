using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class ClassifierHeadTests
{
    private static readonly ClassifierHead Mood = new("sentiment", ["negative", "neutral", "positive"]) { UnsureBelow = 0.5f };
    private static readonly ClassifierHead Emotion = new("emotion", ["anger", "joy", "neutral"]) { HasSeveral = true, Thresholds = [0.3f, 0.6f, 0.4f], UnsureBelow = 0.2f };

    [Fact]
    public void TheLikeliestLabelIsGivenWithItsProbability() =>
        Decide(Mood, 0.1f, 0.2f, 0.7f).ShouldBe([new LabelReading("positive", 0.7f)]);

    [Fact]
    public void BelowTheStatedConfidenceTheAnswerIsUnsure() =>
        Decide(Mood, 0.3f, 0.45f, 0.25f).ShouldBe([new LabelReading("unsure", 0.45f)]);

    [Fact]
    public void EveryLabelAboveItsThresholdIsGivenTheLikeliestFirst() =>
        Decide(Emotion, 0.35f, 0.8f, 0.1f).ShouldBe([new LabelReading("joy", 0.8f), new LabelReading("anger", 0.35f)]);

    [Fact]
    public void NeutralIsGivenOnlyAlone()
    {
        Decide(Emotion, 0.8f, 0.1f, 0.5f).ShouldBe([new LabelReading("anger", 0.8f)]);
        Decide(Emotion, 0.1f, 0.1f, 0.9f).ShouldBe([new LabelReading("neutral", 0.9f)]);
    }

    [Fact]
    public void AFeelingJustAboveItsThresholdGivesWayToNeutralFarAboveIts()
    {
        Decide(Emotion, 0.35f, 0.1f, 0.9f).ShouldBe([new LabelReading("neutral", 0.9f)]);
        Decide(Emotion, 0.5f, 0.1f, 0.55f).ShouldBe([new LabelReading("anger", 0.5f)], "it is further above its own threshold");
    }

    [Fact]
    public void WithNoLabelAboveItsThresholdTheLikeliestIsGivenOrUnsure()
    {
        Decide(Emotion, 0.1f, 0.5f, 0.1f).ShouldBe([new LabelReading("joy", 0.5f)]);
        Decide(Emotion, 0.1f, 0.15f, 0.1f).ShouldBe([new LabelReading("unsure", 0.15f)]);
    }

    private static IReadOnlyList<LabelReading> Decide(ClassifierHead head, params float[] probabilities) => head.Decide(new HeadReading(head.Name, probabilities));
}
