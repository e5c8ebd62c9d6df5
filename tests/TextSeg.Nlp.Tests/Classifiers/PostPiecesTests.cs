using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class PostPiecesTests
{
    [Fact]
    public void ASentenceIsCutBeforeEachWordOfContrast()
    {
        const string prose = "It rains. I love it, but it is slow, although it is new.";
        var pieces = PostPieces.Of(new PostText(prose, "en"));
        pieces.Clauses.Select(span => span.Of(prose).ToString()).ShouldBe(["I love it, ", "but it is slow, ", "although it is new."]);
        pieces.Contrasts.ShouldBe([(2, 3), (3, 4)]);
        pieces[1].ShouldBe(pieces.Sentences[1]);
        pieces[2].ShouldBe(pieces.Clauses[0]);
    }

    [Theory]
    [InlineData("But it runs.")]
    [InlineData("It runs, but")]
    [InlineData("The butter is here today.")]
    public void AWordOfContrastNeedsWordsOnBothSides(string prose) =>
        PostPieces.Of(new PostText(prose, "en")).Clauses.ShouldBeEmpty();

    [Fact]
    public void OfALongPostTheFirstSentencesAndTheLastAreRead()
    {
        var prose = string.Join(' ', Enumerable.Range(1000, 100).Select(number => $"It runs at {number}."));
        var read = PostPieces.Of(new PostText(prose, "en")).Sentences.Select(span => span.Of(prose).ToString());
        read.ShouldBe([.. Enumerable.Range(1000, 16).Concat(Enumerable.Range(1052, 48)).Select(number => $"It runs at {number}.")]);
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 0)]
    public void AcrossTheSentencesLeftOutNothingContrasts(int count, int contrasts)
    {
        var sentences = Enumerable.Repeat("It runs today.", count).ToArray();
        sentences[^48] = "But it is slow.";
        PostPieces.Of(new PostText(string.Join(' ', sentences), "en")).Contrasts.Count.ShouldBe(contrasts);
    }
}
