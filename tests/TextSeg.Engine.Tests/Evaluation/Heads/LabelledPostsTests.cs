using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Engine.Standalone;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Tests.Evaluation.Heads;

public sealed class LabelledPostsTests
{
    private static readonly ClassifierHead Mood = new("sentiment", ["negative", "neutral", "positive"]);
    private static readonly ClassifierHead Feelings = new("emotion", ["anger", "joy"]) { HasSeveral = true };

    [Fact]
    public void TheHeadThatKnowsMostLabelsIsTaken()
    {
        Posts([], "anger", "joy, anger", "positive").Fitting([Mood, Feelings]).Name.ShouldBe("emotion");
        Posts(["good=positive"], "good", "negative", "joy").Fitting([Mood, Feelings]).Name.ShouldBe("sentiment");
    }

    [Fact]
    public void SeveralLabelsStandWithCommasBetween() =>
        Posts([], "joy; anger", "joy").For(Feelings).HeldOut.Select(row => row.Labels.Count).ShouldBe([2, 1]);

    [Fact]
    public void LabelsThatNoHeadKnowsAreSaidWithTheWayOut()
    {
        var fault = Should.Throw<JobException>(() => Posts([], "5 stars", "1 star").Fitting([Mood, Feelings]));
        fault.IsWrongUse.ShouldBeTrue();
        fault.Message.ShouldContain("No head knows the labels 1 star, 5 stars");
        fault.Message.ShouldContain("--map 1 star=negative");
        fault.Message.ShouldContain("emotion knows anger, joy.");
    }

    [Fact]
    public void RecordsWithoutALabelAreLeftOutAndCounted()
    {
        var set = Posts([], "positive", null, "negative").For(Mood);
        set.HeldOut.Count.ShouldBe(2);
        set.Notes.ShouldHaveSingleItem().ShouldBe("1 of 3 records have no label and are left out.");
        Should.Throw<JobException>(() => Posts([], null, null).Fitting([Mood])).Message.ShouldContain("empty in every record");
    }

    [Theory]
    [InlineData("good", "maps no label")]
    [InlineData("good=positive,good=negative", "mapped twice")]
    [InlineData("=positive", "maps no label")]
    public void AMapThatIsNoMapIsSaid(string map, string said) => Should.Throw<JobException>(() => LabelMap.Parse([map])).Message.ShouldContain(said);

    private static LabelledPosts Posts(string[] map, params string?[] labels) => new(
        [.. labels.Select((label, place) => new PreparedPost
        {
            Source = "own", Id = $"{place}", Prose = $"Post number {place}.", TextKey = place, GuessedLanguage = "en", LanguageConfidence = 1, Label = label,
        })],
        LabelMap.Parse(map));
}
