using TextSeg.Engine.Evaluation;

namespace TextSeg.Engine.Tests.Evaluation;

public sealed class ReadingScoreTests
{
    [Fact]
    public void UnsurePostsCountAsMissedAndLanguagesAreToldApart()
    {
        var score = ReadingScore.Of("mood", [("en", "joy", "joy"), ("en", "worry", "worry"), ("de", "joy", null), ("de", "worry", "joy")]);

        score.F1["joy"].ShouldBe(2.0 / 4);
        score.F1["worry"].ShouldBe(2.0 / 3);
        score.MacroF1.ShouldBe((0.5 + (2.0 / 3)) / 2, 1e-9);
        (score.Accuracy, score.ShareUnsure).ShouldBe((0.5, 0.25));
        score.MacroF1ByLanguage["en"].ShouldBe(1);
        score.MacroF1ByLanguage["de"].ShouldBe(0);
    }

    [Fact]
    public void NothingReadScoresNothing() => ReadingScore.Of("mood", []).MacroF1.ShouldBe(0);
}
