using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class SentencePoolingTests
{
    private static readonly ClassifierHead Emotions = new(HeadNames.Emotion, ["joy", "worry", "neutral", "gratitude"]) { HasSeveral = true };
    private static readonly ClassifierHead Urgencies = new(HeadNames.Urgency, ["calm", "normal", "urgent"]);

    [Fact]
    public void AFeelingOfOneSentenceIsOneOfThePost()
    {
        var pooled = Emotion([0.05f, 0.1f, 0.8f, 0.1f], [0.05f, 0.02f, 0.9f, 0], [0.05f, 0.9f, 0.1f, 0.9f]);
        pooled[1].ShouldBe(0.47f, 0.01f);
        pooled[2].ShouldBe(0.8f, "neutral is that of the whole");
        pooled[3].ShouldBe(0.1f, "thanks in advance are a form");
    }

    [Fact]
    public void AmongMoreSentencesTheSameSurestOneSaysLess()
    {
        float[] sure = [0.05f, 0.9f, 0.1f, 0];
        float[] plain = [0.05f, 0.02f, 0.9f, 0];
        var few = Emotion(plain, plain, sure)[1];
        Emotion(plain, [.. Enumerable.Repeat(plain, 9), sure])[1].ShouldBeLessThan(few);
    }

    [Fact]
    public void APostOfOneSentenceIsReadAsItIs()
    {
        Emotion([0.1f, 0.2f, 0.7f, 0.3f], [0.9f, 0.9f, 0.9f, 0.9f]).ShouldBe([0.1f, 0.2f, 0.7f, 0.3f]);
        Urgency([0.1f, 0.2f, 0.7f], [0.9f, 0.05f, 0.05f]).ShouldBe([0.1f, 0.2f, 0.7f]);
    }

    [Fact]
    public void UrgencyThatNoSentenceHasIsDoubted()
    {
        var pooled = Urgency([0.05f, 0.4f, 0.55f], [0.05f, 0.9f, 0.05f], [0.05f, 0.9f, 0.05f]);
        pooled[1].ShouldBeGreaterThan(pooled[2]);
        pooled.Sum().ShouldBe(1, 1e-5f);
        Urgency([0.05f, 0.4f, 0.55f], [0.05f, 0.1f, 0.85f], [0.05f, 0.5f, 0.45f])[2].ShouldBeGreaterThan(0.5f);
    }

    [Fact]
    public void ImpossibleAndCertainReadingsGiveNumbers() =>
        Emotion([0, 1, 0, 1], [0, 1, 1, 0], [1, 0, 0, 1]).ShouldAllBe(value => value >= 0 && value <= 1);

    private static float[] Emotion(float[] whole, params float[][] sentences) => SentencePooling.Emotion(Emotions, Reading(whole), [.. sentences.Select(Reading)]).Probabilities;

    private static float[] Urgency(float[] whole, params float[][] sentences) => SentencePooling.Urgency(Urgencies, Reading(whole), [.. sentences.Select(Reading)]).Probabilities;

    private static HeadReading Reading(float[] probabilities) => new("head", probabilities);
}
