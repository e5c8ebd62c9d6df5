using TextSeg.Mining.KeyPhrases;
using TextSeg.Mining.Naming;

namespace TextSeg.Mining.Tests.Naming;

public sealed class TopicLabelsTests
{
    private static IReadOnlyList<KeyPhrase> Phrases(params string[] texts) => [.. texts.Select(text => new KeyPhrase(text, 1, 2, 2, 2))];

    [Fact]
    public void TwoPhrasesMakeALabel() => TopicLabels.Make([Phrases("rain gauge", "funnel", "filter")]).ShouldBe(["rain gauge, funnel"]);

    [Fact]
    public void TopicsThatWouldReadTheSameGetOnePhraseMore() =>
        TopicLabels.Make([Phrases("shadow", "light", "map"), Phrases("shadow", "light", "sun"), Phrases("Shadow", "light", "map")])
            .ShouldBe(["shadow, light", "shadow, light, sun", "Shadow, light, map"]);

    [Fact]
    public void TopicsWithoutWordsAreStillToldApart()
    {
        var labels = TopicLabels.Make([[], Phrases("hail"), [], []]);

        labels.ShouldBeUnique();
        labels[1].ShouldBe("hail");
        labels.ShouldAllBe(label => label.Length > 3);
    }
}
