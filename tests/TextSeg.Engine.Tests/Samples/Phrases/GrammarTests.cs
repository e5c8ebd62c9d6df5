using Shouldly;
using TextSeg.Engine.Samples;
using TextSeg.Engine.Samples.Phrases;
using Xunit;

namespace TextSeg.Engine.Tests.Samples.Phrases;

public sealed class GrammarTests
{
    [Fact]
    public void AnAlternativeComesOnlyOnceUntilAllWereUsed()
    {
        var grammar = new Grammar("en", "colour: red | green | blue");
        var expansion = new Expansion(new Dice(3, 1));
        expansion.Start(grammar);
        var rule = grammar.Find("colour")!;
        for (var i = 0; i < 3; i++)
        {
            expansion.IsUsedUp(rule).ShouldBeFalse();
            expansion.Write(rule);
        }

        expansion.IsUsedUp(rule).ShouldBeTrue();
        expansion.Text.Length.ShouldBe("redgreenblue".Length);
    }

    [Fact]
    public void ChoicesNumbersAndRulesExpandInPlace()
    {
        var expansion = new Expansion(new Dice(3, 1));
        var grammar = new Grammar("en", "all:\n  a[ big|] {thing} of {7-7} kg\nthing: box");
        expansion.Start(grammar);
        expansion.Write(grammar.Find("all")!);

        expansion.Text.ToString().ShouldBeOneOf("a big box of 7 kg", "a box of 7 kg");
    }

    [Theory]
    [InlineData("all: {missing}", "missing")]
    [InlineData("all: [open|", "never closed")]
    [InlineData("all: close]", "closes nothing")]
    public void AFaultInAGrammarIsNamed(string text, string named) =>
        Should.Throw<FormatException>(() => new Grammar("en", text)).Message.ShouldContain(named);

    [Fact]
    public void EveryLanguageHasEveryTopic()
    {
        var library = new GrammarLibrary();
        foreach (var language in SampleOptions.KnownLanguages)
        {
            foreach (var topic in new SampleCommunity(new SampleOptions { Members = 50, Posts = 50 }).Truth.Topics)
            {
                var grammar = library.For(language, topic.Id);
                string[] needed = ["title", "question", "problem", "wish", "praise", "advice", "share", "detail"];
                needed.ShouldAllBe(rule => grammar.Find(rule) != null, $"{language} {topic.Id}");
            }
        }
    }
}
