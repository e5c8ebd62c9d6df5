using TextSeg.Engine.Ingestion.Duplicates;

namespace TextSeg.Engine.Tests.Ingestion.Duplicates;

public sealed class NearDuplicatesTests
{
    private const string Long = "the lamp in my room blinks every evening when i turn on the heater and nobody in the shop could tell me what is wrong with it or how to repair it";

    [Fact]
    public void ATextWithOneOtherWordJoinsItsTwin()
    {
        var groups = Find(Long, Long.Replace("evening", "night", StringComparison.Ordinal), "something else entirely that talks about a garden chair and its four legs in the rain");
        groups.Count.ShouldBe(1);
    }

    [Fact]
    public void TextsThatShareOnlyHalfStayApart() =>
        Find(Long, string.Join(' ', Long.Split(' ').Take(16)) + " but the chair is fine and stands in the garden where it looks good with a red pillow on it").ShouldBeEmpty();

    [Fact]
    public void ShortTextsAreTheSameOnlyWhenAllWordsAre() => Find("where is my lamp now", "where is my lamp then").ShouldBeEmpty();

    [Fact]
    public void TheOrderOfTheTextsDoesNotMatter()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var words = Long.Split(' ');
        var texts = Enumerable.Range(0, 60).Select(i => string.Join(' ', words.Select((word, place) => place == i % 7 || place == i / 7 ? $"w{i}" : word))).ToArray();
        var expected = Find(texts);
        expected.ShouldNotBeEmpty();
        random.Shuffle(texts);
        Find(texts).OrderBy(pair => pair.Key).ShouldBe(expected.OrderBy(pair => pair.Key), $"seed {seed}");
    }

    [Fact]
    public void ATemplateWithManyFillingsIsNotOneText()
    {
        var finder = new NearDuplicates(new DuplicateOptions { MaxWordings = 10 });
        var texts = Enumerable.Range(0, 100).Select(i => Long.Replace("lamp", $"item{i}", StringComparison.Ordinal));
        var groups = finder.Find(texts.Select(text => KeyValuePair.Create(ContentHash.Of(text), text)));
        groups.GroupBy(pair => pair.Value).ShouldAllBe(group => group.Count() < 10);
        finder.FullGroups.ShouldBeGreaterThan(0);
    }

    private static IReadOnlyDictionary<long, long> Find(params string[] texts) =>
        new NearDuplicates(new DuplicateOptions()).Find(texts.Select(text => KeyValuePair.Create(ContentHash.Of(text), NormalForm.Of(text))));
}
