using Shouldly;
using TextSeg.Engine.Profiles;
using TextSeg.Nlp.Cleaning;
using Xunit;

namespace TextSeg.Engine.Tests.Profiles;

public sealed class PostSignalReaderTests
{
    [Fact]
    public void APostIsReadAsItIsWritten()
    {
        var text = new TextCleaner().Clean("Please help! My pump leaks 😀 see https://example.org/pump\n\n```\nvar x = Read();\n```\nThanks!", TextFormat.Markdown);

        var signals = PostSignalReader.Read(text, "en", 4);

        signals.Code.ShouldBeTrue();
        signals.Asks.ShouldBeFalse();
        (signals.Links, signals.Exclamations, signals.Emoji, signals.Polite, signals.Rating).ShouldBe((1, 2, 1, 2, 4.0));
        signals.Words.ShouldBeInRange(6, 10);
    }

    [Theory]
    [InlineData("en", "Does it rain?", true)]
    [InlineData("es", "¿Llueve hoy", true)]
    [InlineData("zh", "今天下雨吗", true)]
    [InlineData("ja", "どこで買えますか。", true)]
    [InlineData("ja", "これは何？", true)]
    [InlineData("ja", "静かな朝です。", false)]
    [InlineData("ar", "هل تمطر اليوم؟", true)]
    [InlineData("el", "Βρέχει σήμερα;", true)]
    [InlineData("el", "Καλημέρα ;)", false)]
    [InlineData("en", "It rains; I stay.", false)]
    [InlineData("th", "ฝนตกไหม", true)]
    public void QuestionsAreSeenInEachLanguagesOwnMarks(string language, string prose, bool asks) =>
        PostSignalReader.Read(prose, language, false, 0, 0).Asks.ShouldBe(asks);

    [Fact]
    public void PiecesOfScriptsWithoutSpacesAreNotCountedTwice() =>
        PostSignalReader.Read("今日は風が強いです", "ja", false, 0, 0).Words.ShouldBeInRange(3, 7);

    [Fact]
    public void NoTextGivesNoSignals() => PostSignalReader.Read("", "unknown", false, 0, 0).ShouldBe(default);
}
