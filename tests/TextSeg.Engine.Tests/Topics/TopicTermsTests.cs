using TextSeg.Engine.Topics;
using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Engine.Tests.Topics;

public sealed class TopicTermsTests
{
    private static string Content(string prose, string language) => string.Join(
        ' ', TopicTerms.Tokens(prose, language).Where(token => !token.IsStopWord).Select(token => token == TermToken.Break ? "|" : token.Form));

    [Fact]
    public void PunctuationBreaksPhrases() => Content("cold night, weak battery", "en").ShouldBe("cold night | weak battery");

    [Fact]
    public void AMaskIsNoWord() => Content("battery [email] charger", "en").ShouldNotContain("email");

    [Fact]
    public void ADrawnArticleIsCutOff() => Content("changer l'ancienne sonde", "fr").ShouldBe("changer | ancienne sonde");

    [Theory]
    [InlineData("Soil is dry. Roots suffer", "en", "Soil|Roots")]
    [InlineData("soil is dry\nRoots suffer", "en", "soil|Roots")]
    [InlineData("Boden ist trocken", "de", "")]
    public void TheFirstWordOfASentenceIsKnown(string prose, string language, string first) =>
        string.Join('|', TopicTerms.Tokens(prose, language).Where(token => token.StartsSentence).Select(token => token.Surface)).ShouldBe(first);

    [Fact]
    public void OnlyLinkingWordsMayStandInsideAPhrase() =>
        TopicTerms.Tokens("weight of the hive was good", "en").Where(token => token.IsLink).Select(token => token.Form).ShouldBe(["of"]);
}
