using Shouldly;
using TextSeg.Nlp.Cleaning;
using Xunit;

namespace TextSeg.Nlp.Tests.Cleaning;

public sealed class QuoteTests
{
    private static readonly TextCleaner Cleaner = new();

    [Theory]
    [InlineData("[quote=\"mira k, post:3, topic:12\"]\nold words\n[/quote]\nmy words", "mira k", "3", "12")]
    [InlineData("[quote=“mira k”]old words[/quote]\nmy words", "mira k", null, null)]
    [InlineData("[quote=mira post_id=77 time=5 user_id=9]old words[/quote]my words", "mira", "77", null)]
    [InlineData("[quote=mira;77]old words[/quote] my words", "mira", "77", null)]
    [InlineData("[quote]old words[/quote]\nmy words", null, null, null)]
    [InlineData("<aside class=\"quote\" data-username=\"mira\" data-post=\"3\" data-topic=\"12\"><blockquote><p>old words</p></blockquote></aside><p>my words</p>", null, null, null)]
    [InlineData("> old words\n\nmy words", null, null, null)]
    [InlineData("On Mon, 5 Jan 2015 at 3:04 PM, Mira K <m@example.org> wrote:\n> old words\n\nmy words", "Mira K", null, null)]
    [InlineData("Am 05.01.2015 um 10:00 schrieb Mira K:\n> old words\n\nmy words", "Mira K", null, null)]
    [InlineData("Le 5 janvier 2015 à 10:00, Mira K a écrit :\n> old words\n\nmy words", "Mira K", null, null)]
    [InlineData("El 5 ene 2015, Mira K escribió:\n> old words\n\nmy words", "Mira K", null, null)]
    [InlineData("5 января 2015, 10:00, Mira K написал:\n> old words\n\nmy words", "Mira K", null, null)]
    [InlineData("my words\n\nOn 5 Jan 2015, Mira K wrote:\nold words", "Mira K", null, null)]
    [InlineData("my words\n-----Original Message-----\nFrom: Mira K <m@example.org>\nSent: Monday\nold words", "Mira K", null, null)]
    [InlineData("my words\n-----Ursprüngliche Nachricht-----\nVon: Mira K\nold words", "Mira K", null, null)]
    [InlineData("my words\n\nFrom: Mira K\nSent: Monday\nTo: Support\nSubject: Re: broken\n\nold words", "Mira K", null, null)]
    public void WordsOfOthersAreQuotes(string raw, string? author, string? post, string? topic)
    {
        CleanText clean = Cleaner.Clean(raw);
        clean.Prose.ShouldBe("my words");
        QuotedPassage quote = clean.Quotes.ShouldHaveSingleItem();
        quote.Text.ShouldBe("old words");
        if (author is not null)
        {
            quote.Author.ShouldBe(author);
            quote.PostReference.ShouldBe(post);
            quote.TopicReference.ShouldBe(topic);
        }
    }

    [Fact]
    public void AQuoteInsideAQuoteBelongsToItsOwnAuthor()
    {
        CleanText clean = Cleaner.Clean("[quote=\"ana\"][quote=\"ben\"]first[/quote]second[/quote]third");
        clean.Prose.ShouldBe("third");
        clean.Quotes.Select(quote => (quote.Author, quote.Text)).ShouldBe([("ana", "second"), ("ben", "first")]);
    }

    [Theory]
    [InlineData(">:( I am cross")]
    [InlineData(">_< ouch")]
    [InlineData("She wrote: come soon")]
    public void WhatOnlyLooksLikeAQuoteStays(string raw) => Cleaner.Clean(raw).Quotes.ShouldBeEmpty();

    [Theory]
    [InlineData("my words\n-- \nMira K\nSome Street", "-- \nMira K\nSome Street")]
    [InlineData("my words\n\nSent from my iPhone", "Sent from my iPhone")]
    [InlineData("my words\nVon meinem Handy gesendet", "Von meinem Handy gesendet")]
    [InlineData("my words ^JK", "^JK")]
    public void SignaturesLeaveTheProse(string raw, string signature)
    {
        CleanText clean = Cleaner.Clean(raw);
        clean.Prose.ShouldBe("my words");
        clean.Signature.ShouldBe(signature);
    }
}
