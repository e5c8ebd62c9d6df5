using Shouldly;
using TextSeg.Nlp.Cleaning;
using Xunit;

namespace TextSeg.Nlp.Tests.Cleaning;

public sealed class MarkupTests
{
    private static readonly TextCleaner Cleaner = new();

    [Theory]
    [InlineData("<p>Hello <b>there</b></p><ul><li>one</li><li>two</li></ul>", "Hello there\none\ntwo")]
    [InlineData("kind host<br/>clean\nroom", "kind host\nclean room")]
    [InlineData("<style>p { color: red }</style><script>alert('x')</script><p>shown</p>", "shown")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a b")]
    [InlineData("<p>open <b>never closed <i>and wrong</b>", "open never closed and wrong")]
    [InlineData("nice <img class=\"emoji\" alt=\":heart:\" src=\"h.png\"> place<br>", "nice heart place")]
    public void HtmlLeavesItsWords(string raw, string prose) => Cleaner.Clean(raw, TextFormat.Html).Prose.ShouldBe(prose);

    [Theory]
    [InlineData("# Title\n\nSome **bold** and _thin_ `word` text", "Title\nSome bold and thin word text")]
    [InlineData("- one\n- two\n\n1. three", "one\ntwo\nthree")]
    [InlineData("see [the page](https://example.org/p) now", "see the page now")]
    [InlineData("| head | more |\n|---|---|\n| cell | last |", "head more\ncell last")]
    [InlineData("a \\*star\\* &amp; <b>tag</b> and Ptr<Node>", "a *star* & tag and Ptr<Node>")]
    public void MarkdownLeavesItsWords(string raw, string prose) => Cleaner.Clean(raw, TextFormat.Markdown).Prose.ShouldBe(prose);

    [Theory]
    [InlineData("[b]bold[/b] and [url=https://example.org]link[/url]", "bold and link")]
    [InlineData("[list][*]one[*]two[/list]", "one\ntwo")]
    [InlineData("[img]https://example.org/a.png[/img] below", "below")]
    [InlineData("[b]never closed", "[b]never closed")]
    [InlineData("[size=120][color=#f00]big[/size][/color]", "big")]
    public void BBCodeLeavesItsWords(string raw, string prose) => Cleaner.Clean(raw, TextFormat.BBCode).Prose.ShouldBe(prose);

    [Theory]
    [InlineData("plain words", TextFormat.Plain)]
    [InlineData("a < b and c * d * e", TextFormat.Plain)]
    [InlineData("one<br/>two", TextFormat.Html)]
    [InlineData("look at **this**", TextFormat.Markdown)]
    [InlineData("[b]x[/b]", TextFormat.BBCode)]
    [InlineData("[quote=\"a\"]x[/quote] **y**", TextFormat.Discourse)]
    [InlineData("From: a\nTo: b\nSubject: c\n\nHello", TextFormat.Email)]
    public void TheFormatIsGuessedFromTheMarks(string raw, TextFormat format) => Cleaner.Clean(raw).Format.ShouldBe(format);

    [Theory]
    [InlineData("Look:\n```cs\nvar x = 1;\n```\nright?")]
    [InlineData("Look:\n[code]var x = 1;\n[/code]right?")]
    [InlineData("Look:<pre><code>var x = 1;\n</code></pre>right?")]
    [InlineData("Look:\nvar x = list.Count();\n{\n}\nright?")]
    [InlineData("Look:\n2023-04-05 10:11:12 disk is full\nright?")]
    [InlineData("Look:\n   at Shop.Cart.Add(Item item)\nright?")]
    public void CodeAndLogsAreKeptApart(string raw)
    {
        CleanText clean = Cleaner.Clean(raw);
        clean.Prose.ShouldBe("Look:\nright?");
        clean.Code.ShouldHaveSingleItem().Raw.Of(raw).ToString().ShouldContain(clean.Code[0].Text.Trim().Split('\n')[0]);
    }

    [Theory]
    [InlineData("Thank you Bert (;")]
    [InlineData("1) cheap;\n2) large room;")]
    [InlineData("TLDR;")]
    [InlineData("WARNING: do not book this place")]
    [InlineData("import load")]
    [InlineData("No effect :(")]
    public void WritingIsNotTakenForCode(string raw) => Cleaner.Clean(raw).Code.ShouldBeEmpty();
}
