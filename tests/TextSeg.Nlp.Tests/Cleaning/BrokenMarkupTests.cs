using System.Text;
using Shouldly;
using TextSeg.Nlp.Cleaning;
using Xunit;

namespace TextSeg.Nlp.Tests.Cleaning;

public sealed class BrokenMarkupTests
{
    private static readonly string[] Pieces =
    [
        "<b>", "</b>", "<blockquote>", "</pre>", "<pre>", "<a href='", "[quote=\"x\"]", "[/quote]", "[code]", "[/code]", "[url=", "]", "```\n", "> ", "**", "_",
        "&amp;", "&#x", ";", "\n", "--\n", "On 1 May A wrote:\n", "@", "http://", "www.", "\ud83d", "\udc4d", "👍", "\0", "<!--", "|", "word", " ", "From: a\n", ":smile:", "e\u0301",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(TextFormat.Html)]
    [InlineData(TextFormat.Markdown)]
    [InlineData(TextFormat.BBCode)]
    [InlineData(TextFormat.Discourse)]
    [InlineData(TextFormat.Email)]
    public void AnyMixOfMarksIsCleanedAndLeadsBackToItsPlace(TextFormat? format)
    {
        var cleaner = new TextCleaner();
        for (int seed = 0; seed < 300; seed++)
        {
            string raw = Mix(new Random(seed));
            CleanText clean = Should.NotThrow(() => cleaner.Clean(raw, format), $"seed {seed}");
            clean.Prose.IsNormalized(NormalizationForm.FormC).ShouldBeTrue($"seed {seed}");
            for (int i = 0; i < clean.Prose.Length; i++)
            {
                TextSpan back = clean.ToRaw(new TextSpan(i, i + 1));
                (back.Start >= 0 && back.Start <= back.End && back.End <= raw.Length).ShouldBeTrue($"seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData("*a**b ")]
    [InlineData("![a](")]
    [InlineData("<a ")]
    [InlineData("[")]
    [InlineData("> a\n>> b\n")]
    [InlineData("[quote=\"a\"]")]
    [InlineData("<blockquote>")]
    [InlineData("a.com/")]
    public void ALongPostOfHostileMarksIsCleaned(string piece)
    {
        string raw = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        new TextCleaner().Clean(raw, TextFormat.Discourse).Format.ShouldBe(TextFormat.Discourse);
    }

    private static string Mix(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
