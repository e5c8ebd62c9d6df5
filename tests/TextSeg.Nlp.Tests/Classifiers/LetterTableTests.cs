using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tokenizers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class LetterTableTests : IDisposable
{
    private static readonly Tokenizer Pieces = Tokenizer.Load(Repository.PathOf("models/textseg-reader/tokenizer.json"));
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("ab", 1, "a b")]
    [InlineData("ab", 2, "▁a a ab b b▁")]
    [InlineData("ab", 5, "▁a ▁ab ▁ab▁ a ab ab▁ b b▁")]
    [InlineData("😂", 5, "▁😂 ▁😂▁ 😂 😂▁")]
    public void ATextIsTheSumOfAllPartsOfItsWordsAndOfTheMarksAroundThem(string word, int longest, string runs) =>
        Sums(word, longest).ShouldBe(Enumerable.Range(0, LetterTable.Width).Select(column => runs.Split(' ').Sum(run => (float)CellOf(RowOf(run), column))));

    [Fact]
    public void RunsDoNotCrossWords() => Sums("late again").ShouldBe(Sums("late").Zip(Sums("again"), (a, b) => a + b));

    [Fact]
    public void LargeLettersAndWideLettersAreThoseOfTheTokenizer() => Sums("Ｌate AGAIN").ShouldBe(Sums("late again"));

    [Fact]
    public void SpecialAndUnknownTokensPartWords()
    {
        var (word, start) = (Ids("late"), Pieces.IdOf("<s>")!.Value);
        Sums([start, .. word, start, .. word, 1_000_000]).ShouldBe(Sums("late").Select(number => 2 * number));
    }

    [Fact]
    public void ATextWithoutWordsHasSumsOfNought() => Sums([Pieces.IdOf("<s>")!.Value]).ShouldBe([0, 0, 0, 0]);

    // scripts/reader-training/runs.py gives the same rows for runs of up to two letters in the word "late"; the shipped table was learned with them.
    [Fact]
    public void RowsAreThoseThatTheModelWasLearnedWith() =>
        new[] { "▁l", "l", "la", "a", "at", "t", "te", "e", "e▁" }.Select(run => RowOf(run, 1 << 20)).ShouldBe([98_913, 910_099, 88_509, 909_620, 375_746, 909_243, 345_656, 910_072, 1_030_764]);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(12)]
    public void AFileOfAnotherSizeIsRefusedInOneSentence(int bytes)
    {
        File.WriteAllBytes(_path, new byte[bytes]);
        Should.Throw<InvalidModelException>(() => LetterTable.Load(_path, 5, Pieces)).Message.ShouldContain("which is no power of two");
    }

    private static int[] Ids(string text)
    {
        var ids = new List<int>();
        Pieces.EncodeIds(text, ids, addSpecialTokens: false);
        return [.. ids];
    }

    private float[] Sums(string text, int longest = 5) => Sums(Ids(text), longest);

    private float[] Sums(int[] ids, int longest = 5)
    {
        File.WriteAllBytes(_path, [.. Enumerable.Range(0, 1 << 10).SelectMany(row => Enumerable.Range(0, LetterTable.Width).Select(column => (byte)CellOf(row, column)))]);
        var sums = new float[LetterTable.Width];
        LetterTable.Load(_path, longest, Pieces).Sum(ids, sums);
        return sums;
    }

    private static sbyte CellOf(int row, int column) => (sbyte)((row * 31) + (column * 87));

    private static int RowOf(string run, int rows = 1 << 10)
    {
        var hash = run.EnumerateRunes().Aggregate(2_166_136_261u, (soFar, rune) => (soFar ^ (uint)rune.Value) * 16_777_619u);
        return (int)((hash ^ (hash >> 15)) % (uint)rows);
    }
}
