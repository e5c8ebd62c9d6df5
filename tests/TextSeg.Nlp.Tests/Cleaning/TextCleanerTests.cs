using Shouldly;
using TextSeg.Nlp.Cleaning;
using Xunit;

namespace TextSeg.Nlp.Tests.Cleaning;

public sealed class TextCleanerTests
{
    private static readonly TextCleaner Cleaner = new();

    [Theory]
    [InlineData("Is 3 < 4 or 5 > 2? I think *so", "Is 3 < 4 or 5 > 2? I think *so")]
    [InlineData("List<Input> items and Ptr<Node> stay", "List<Input> items and Ptr<Node> stay")]
    [InlineData("use a[i] and b[u] in the loop", "use a[i] and b[u] in the loop")]
    [InlineData("my_file_name and 2*3*4", "my_file_name and 2*3*4")]
    [InlineData("fish &amp; chips &lt;3 &#8364;5 AT&T", "fish & chips <3 €5 AT&T")]
    [InlineData("  too \t many\r\n\r\n\r\n gaps ", "too many\ngaps")]
    [InlineData("Soooooo good!!!!!!! 1000000 times", "Sooo good!!! 1000000 times")]
    public void PlainWordsSurvive(string raw, string prose) => Cleaner.Clean(raw).Prose.ShouldBe(prose);

    [Fact]
    public void WordsAreComposedToNfc() => Cleaner.Clean("Cafe\u0301 crème").Prose.ShouldBe("Café crème");

    [Fact]
    public void NulBytesAndLoneSurrogatesBecomeGaps() => Cleaner.Clean("one\0two \ud83d three\udc00").Prose.ShouldBe("one two three");

    [Fact]
    public void InvisibleMarksDisappear() => Cleaner.Clean("\ufeffco\u00adoper\u200bate").Prose.ShouldBe("cooperate");

    [Theory]
    [InlineData("great 👍🏽👍🏽 work", "great thumbs up work")]
    [InlineData("done:smile: or :smile:", "done:smile: or smiling")]
    [InlineData("bye 👩‍👩‍👧 🇩🇪", "bye emoji flag")]
    [InlineData("std::vector:x:", "std::vector:x:")]
    public void EmojiBecomeWords(string raw, string prose) => Cleaner.Clean(raw).Prose.ShouldBe(prose);

    [Fact]
    public void EmojiWordsAreMarked()
    {
        CleanText clean = Cleaner.Clean("ok 🔥!");
        clean.EmojiWords.ShouldHaveSingleItem().Of(clean.Prose).ToString().ShouldBe("fire");
    }

    [Fact]
    public void LinksAndMentionsAreListedAndLeaveTheProse()
    {
        CleanText clean = Cleaner.Clean("@mira_k, look (https://example.org/a_(b)?x=1&amp;y=2) or www.example.net/x. Ask @tom.");
        clean.Prose.ShouldBe("look ( ) or . Ask .");
        clean.Urls.ShouldBe(["https://example.org/a_(b)?x=1&y=2", "www.example.net/x"]);
        clean.Mentions.ShouldBe(["mira_k", "tom"]);
    }

    [Fact]
    public void AnAddressOfMailIsNoMention()
    {
        CleanText clean = Cleaner.Clean("write to nobody@example.org please");
        clean.Mentions.ShouldBeEmpty();
        clean.Prose.ShouldBe("write to nobody@example.org please");
    }

    [Fact]
    public void EveryWordOfTheProseLeadsBackToTheRawText()
    {
        const string Raw = "<p>First   line &amp; more</p>\n<p>Last <b>wo</b>rd cafe\u0301</p>";
        CleanText clean = Cleaner.Clean(Raw);
        clean.Prose.ShouldBe("First line & more\nLast word café");
        Back("First line").ShouldBe("First   line");
        Back("word").ShouldBe("wo</b>rd");
        Back("café").ShouldBe("cafe\u0301");

        string Back(string words)
        {
            int at = clean.Prose.IndexOf(words, StringComparison.Ordinal);
            return clean.ToRaw(new TextSpan(at, at + words.Length)).Of(Raw).ToString();
        }
    }

    [Fact]
    public void ASpanOutsideTheProseIsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cleaner.Clean("short").ToRaw(new TextSpan(0, 6)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[code]")]
    [InlineData("https://example.org")]
    public void APostWithoutWordsHasEmptyProse(string raw) => Cleaner.Clean(raw).Prose.ShouldBeEmpty();

    [Fact]
    public void TheFormatOfTheSourceIsNotGuessed() =>
        new TextCleaner(TextFormat.Plain).Clean("a <b>c</b> **d**").Prose.ShouldBe("a <b>c</b> **d**");
}
