using Shouldly;
using TextSeg.Nlp.Words;
using Xunit;

namespace TextSeg.Nlp.Tests.Words;

public sealed class WordSegmenterTests
{
    [Theory]
    [InlineData("en", "Don't panic: it's well-known!", "don't|panic|it's|well-known")]
    [InlineData("en", "C++ and C# with node.js 1.5 in my_file.", "c++|and|c#|with|node.js|1.5|in|my_file")]
    [InlineData("en", "The end.Start again... e.g.", "the|end|start|again|e.g")]
    [InlineData("en", "ﬁle ＡＢＣ rock’n’roll", "file|abc|rock'n'roll")]
    [InlineData("hi", "हिन्दी में लिखें", "हिन्दी|में|लिखें")]
    [InlineData("ta", "தமிழ் மொழி", "தமிழ்|மொழி")]
    [InlineData("ar", "العَرَبِيَّة ٢٠٢٣", "العَرَبِيَّة|٢٠٢٣")]
    [InlineData("zh", "我喜欢图", "我喜|喜欢|欢图")]
    [InlineData("ja", "データを読む", "データ|を読|読む")]
    [InlineData("ko", "한국어 문서", "한국어|문서")]
    [InlineData("th", "เกมนี้", "เกมนี้")]
    [InlineData("fr", "l'été aujourd'hui", "l'été|aujourd'hui")]
    public void TextIsCutIntoWords(string language, string text, string words) =>
        string.Join('|', WordSegmenter.Words(text, language).Select(word => word.Text)).ShouldBe(words);

    [Fact]
    public void ThaiClustersStayWhole()
    {
        foreach (Word word in WordSegmenter.Words("ฉันกำลังเรียนภาษาไทย", "th"))
        {
            WordScripts.EndsCluster(word.Text[0]).ShouldBeFalse();
            WordScripts.IsLeadingVowel(word.Text[^1]).ShouldBeFalse();
        }
    }

    [Fact]
    public void WordsPointToTheirPlace()
    {
        const string Text = "  Größe, ＡＢ 图书馆 𝒳y";
        foreach (Word word in WordSegmenter.Words(Text, "de"))
        {
            WordSegmenter.Normalize(Text.Substring(word.Start, word.Length)).ShouldBe(word.Text);
        }
    }

    [Theory]
    [InlineData("en", "the graph and they're 42 x charts", "graph|charts")]
    [InlineData("de", "Der Graph ist für uns", "graph")]
    [InlineData("it", "dell'albero è il grafico", "dell'albero|grafico")]
    [InlineData("unknown", "the graph", "the|graph")]
    [InlineData("de", "Welchen Hub braucht ihr, habt ihr das gesetzt?", "hub")]
    [InlineData("fr", "Je cherche la deuxième sonde, elle semble cassée", "sonde|cassée")]
    [InlineData("es", "Quiero saber cuándo llegó la segunda sonda", "sonda")]
    [InlineData("en", "ten probes arrived and the page says error", "probes|page|error")]
    [InlineData("ja", "ハブを設定して助けると", "ハブ|設定")]
    [InlineData("ja", "昨日雪が", "")]
    public void StopWordsAreMarked(string language, string text, string rest) =>
        string.Join('|', WordSegmenter.Words(text, language).Where(word => !word.StopWord).Select(word => word.Text)).ShouldBe(rest);

    [Fact]
    public void AnyCharactersAreCutWithoutError()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string text = new([.. Enumerable.Range(0, 80).Select(_ => (char)random.Next(1, 0x10000))]);
            foreach (Word word in Should.NotThrow(() => WordSegmenter.Words(text, "en"), $"seed {seed}"))
            {
                (word.Length > 0 && word.Start + word.Length <= text.Length).ShouldBeTrue($"seed {seed}");
            }
        }
    }

    [Fact]
    public void TheMostFrequentSpellingIsShown()
    {
        var forms = new SurfaceForms();
        forms.Add("github", "GitHub");
        forms.Add("github", "github");
        forms.Add("github", "GitHub");
        forms.MostFrequent("github").ShouldBe("GitHub");
        forms.MostFrequent("never").ShouldBe("never");
    }
}
