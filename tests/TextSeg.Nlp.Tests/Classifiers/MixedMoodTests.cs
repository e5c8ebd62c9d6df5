using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class MixedMoodTests
{
    private static readonly MixedMood Mood = new(new ClassifierHead(HeadNames.Sentiment, ["negative", "neutral", "positive"]));

    [Theory]
    [InlineData(0.15f, 0.60f, "unclear on both sides, but apart", true)]
    [InlineData(0.40f, 0.55f, "too near to each other", false)]
    [InlineData(0.60f, 0.85f, "both on the positive side", false)]
    public void TwoSidesOfAContrastNeedNotBeClearToDisagree(float left, float right, string because, bool isMixed) =>
        (Read("It is odd, but it runs.", Of(left), Of(right)) is not null).ShouldBe(isMixed, because);

    [Fact]
    public void ASideThatIsRatherNeutralIsNoSide() =>
        Read("It is odd, but it runs.", [0.35f, 0.45f, 0.2f], Of(0.8f)).ShouldBeNull();

    [Fact]
    public void WithoutAWordOfContrastBothMustBeClear()
    {
        Read("It is odd. It runs.", Of(0.15f), Of(0.6f)).ShouldBeNull();
        Read("It is odd. It runs.", Of(0.1f), Of(0.8f)).ShouldNotBeNull().Label.ShouldBe("mixed");
    }

    [Theory]
    [InlineData("It runs. However it is odd.", "en")]
    [InlineData("It runs. Unfortunately it is odd.", "en")]
    [InlineData("Es läuft. Leider ist es seltsam.", "de")]
    [InlineData("Het werkt. Helaas is het vreemd.", "nl")]
    [InlineData("動きます。でも変です。", "ja")]
    public void ASentenceThatBeginsWithAContrastIsHeldAgainstTheOneBefore(string prose, string language) =>
        Read(prose, Of(0.6f), Of(0.15f), language).ShouldNotBeNull();

    [Fact]
    public void ThanksAreNoPositiveSide() =>
        Read("It is odd. Thanks for your help.", Of(0.1f), Of(0.9f)).ShouldBeNull();

    [Fact]
    public void ItsProbabilityIsThatOfTheWeakerSide() =>
        Read("It is odd, but it runs.", Of(0.15f), Of(0.6f)).ShouldBe(new LabelReading(MixedMood.Mixed, 0.6f));

    // The whole sentence of two clauses is read too, and says nothing.
    private static LabelReading? Read(string prose, float[] left, float[] right, string language = "en")
    {
        var post = new PostText(prose, language);
        var pieces = PostPieces.Of(post);
        float[][] readings = pieces.Clauses.Count == 0 ? [left, right] : [[0.1f, 0.8f, 0.1f], left, right];
        pieces.Count.ShouldBe(readings.Length);
        return Mood.Of(post, pieces, [.. readings.Select(reading => new HeadReading(HeadNames.Sentiment, reading))]);
    }

    private static float[] Of(float positive) => [0.9f - positive, 0.1f, positive];
}
