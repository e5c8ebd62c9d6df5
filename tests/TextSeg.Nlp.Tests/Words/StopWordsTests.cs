using Shouldly;
using TextSeg.Nlp.Words;
using Xunit;

namespace TextSeg.Nlp.Tests.Words;

public sealed class StopWordsTests
{
    public static TheoryData<string> Supported =>
        [.. "ar cs da de el en es fi fr he hi hu id it ja ko nl pl pt ro ru sv th tr uk vi zh".Split(' ')];

    [Theory]
    [MemberData(nameof(Supported))]
    public void EverySupportedLanguageHasAList(string language)
    {
        StopWords.Languages.ShouldContain(language);
        StopWords.For(language).Count.ShouldBeGreaterThan(60);
        StopWords.For(language).ShouldAllBe(word => word == WordSegmenter.Normalize(word));
    }

    [Fact]
    public void ARegionIsIgnoredAndAnUnknownLanguageHasNone()
    {
        StopWords.For("pt-BR").ShouldContain("não");
        StopWords.For("unknown").ShouldBeEmpty();
    }
}
