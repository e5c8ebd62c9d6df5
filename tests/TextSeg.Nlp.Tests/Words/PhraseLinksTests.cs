using Shouldly;
using TextSeg.Nlp.Words;
using Xunit;

namespace TextSeg.Nlp.Tests.Words;

public sealed class PhraseLinksTests
{
    [Theory]
    [InlineData("of", "en", true)]
    [InlineData("was", "en", false)]
    [InlineData("von", "de", true)]
    [InlineData("of", "de", false)]
    [InlineData("de", "es", true)]
    [InlineData("of", "unknown", false)]
    public void AWordLinksInItsOwnLanguageOnly(string word, string language, bool links) => PhraseLinks.Contains(word, language).ShouldBe(links);
}
