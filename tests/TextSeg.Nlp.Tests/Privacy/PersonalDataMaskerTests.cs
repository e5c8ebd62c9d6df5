using Shouldly;
using TextSeg.Nlp.Privacy;
using Xunit;

namespace TextSeg.Nlp.Tests.Privacy;

public sealed class PersonalDataMaskerTests
{
    private static readonly PersonalDataMasker Masker = new(["weitfox", "Will", "Sam", "Mira Kovač", "Mira", "1van_K", "小林", "42", "name"]);

    [Theory]
    [InlineData("write to jo.doe+x@mail.example.org.", "write to [email].")]
    [InlineData("jo (at) example (dot) org", "[email]")]
    [InlineData("call +49 30 1234-5678 now", "call [phone] now")]
    [InlineData("(212) 555-0187 or 212.555.0187", "[phone] or [phone]")]
    [InlineData("06 12 34 56 78", "[phone]")]
    [InlineData("Tel. 5550187", "Tel. [phone]")]
    [InlineData("card 4111 1111 1111 1111 ok", "card [card] ok")]
    [InlineData("DE89 3704 0044 0532 0130 00 please", "[iban] please")]
    [InlineData("GB82WEST12345698765432", "[iban]")]
    [InlineData("server 203.0.113.77:8080", "server [ip]:8080")]
    [InlineData("ping 2001:db8::8a2e:370:7334 fails", "ping [ip] fails")]
    [InlineData("I live at 12 Long Hill Road, London", "I live at [address]")]
    [InlineData("Lange Straße 5a in Ulm", "[address] in Ulm")]
    [InlineData("Lindenweg 14, 46459 Ulm, bitte", "[address], bitte")]
    [InlineData("電話は+1 202 555 0155です。記録には192.0.2.7がある", "電話は[phone]です。記録には[ip]がある")]
    [InlineData("カードは4111-1111-1111-1111、返金はDE89 3704 0044 0532 0130 00へ", "カードは[card]、返金は[iban]へ")]
    [InlineData("au 5 bis, rue de la Paix", "au [address]")]
    [InlineData("Calle Mayor 5 y ул. Мира, д. 7", "[address] y [address]")]
    [InlineData("thanks @some_one!", "thanks [handle]!")]
    [InlineData("weitfox's build and Mira Kovač or mira", "[name]'s build and [name] or [name]")]
    [InlineData("I asked Will about it", "I asked [name] about it")]
    [InlineData("ask 1van_K", "ask [name]")]
    public void PersonalDataIsMaskedWithItsKind(string text, string masked) => Masker.Mask(text).Text.ShouldBe(masked);

    [Theory]
    [InlineData("Will it rain? It will, Sam.", "Will it rain? It will, [name].")]
    [InlineData("goodwill of weitfoxes", "goodwill of weitfoxes")]
    [InlineData("version 10.0.26.100 and v203.0.113.7", "version 10.0.26.100 and v203.0.113.7")]
    [InlineData("updated 1.2.3.4 to 1.2.3.5", "updated 1.2.3.4 to 1.2.3.5")]
    [InlineData("localhost is 127.0.0.1", "localhost is 127.0.0.1")]
    [InlineData("order 212-555-0187", "order 212-555-0187")]
    [InlineData("on 2023-04-05 10:11 and 05.04.2023", "on 2023-04-05 10:11 and 05.04.2023")]
    [InlineData("4111 1111 1111 1112", "4111 1111 1111 1112")]
    [InlineData("DE89 3704 0044 0532 0130 01", "DE89 3704 0044 0532 0130 01")]
    [InlineData("id 123456789012 weighs 1000000000 g", "id 123456789012 weighs 1000000000 g")]
    [InlineData("std::dead::beef at 10:11:12", "std::dead::beef at 10:11:12")]
    [InlineData("vector 0 0 1 0 0 1 0 0 0 1", "vector 0 0 1 0 0 1 0 0 0 1")]
    [InlineData("answer 42", "answer 42")]
    [InlineData("重さは1000000000グラム", "重さは1000000000グラム")]
    public void WhatOnlyLooksPersonalStays(string text, string masked) => Masker.Mask(text).Text.ShouldBe(masked);

    [Fact]
    public void ANameThatTheWholeCorpusUsesIsNotMasked()
    {
        string[] texts = [.. Enumerable.Range(0, 50).Select(i => $"Graphly draws chart number {i}")];
        var masker = new PersonalDataMasker(["graphly", "weitfox"], CorpusWords.Of(texts));
        masker.Mask("Graphly by weitfox, says @graphly").Text.ShouldBe("Graphly by [name], says [handle]");
    }

    [Fact]
    public void SpansLeadFromMaskToOriginal()
    {
        const string Text = "To a.b@example.org from weitfox";
        MaskedText masked = Masker.Mask(Text);
        masked.Count(PersonalDataKind.Email).ShouldBe(1);
        masked.Count(PersonalDataKind.Phone).ShouldBe(0);
        masked.Spans[0].Original.Of(Text).ToString().ShouldBe("a.b@example.org");
        masked.Spans[1].Masked.Of(masked.Text).ToString().ShouldBe("[name]");
        int from = masked.Text.IndexOf("from", StringComparison.Ordinal);
        masked.ToOriginal(new TextSpan(from, masked.Text.Length)).Of(Text).ToString().ShouldBe("from weitfox");
        masked.ToOriginal(new TextSpan(4, 6)).Of(Text).ToString().ShouldBe("a.b@example.org");
    }

    [Fact]
    public void MaskingAMaskedTextChangesNothing()
    {
        string[] pieces = ["a@b.org", "+4930123456", "1.2.3.4", "203.0.113.9", " ", "will", "Sam", ".", "Mira", "-", "212 555 0187", "order", "@x", "5 Long Road", ":", "[name]", "name", "DE89370400440532013000", "\n"];
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            string once = Masker.Mask(text).Text;
            Masker.Mask(once).Text.ShouldBe(once, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("a.")]
    [InlineData("1.1.")]
    [InlineData("a@")]
    [InlineData("+1 ")]
    [InlineData("Ab ")]
    [InlineData(":1")]
    public void ALongHostileTextIsMasked(string piece) =>
        Masker.Mask(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length))).Spans.Count.ShouldBeGreaterThanOrEqualTo(0);
}
