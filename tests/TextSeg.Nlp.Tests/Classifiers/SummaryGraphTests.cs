using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class SummaryGraphTests
{
    private static readonly ModelFolder Shipped = ModelFolder.Open(Repository.PathOf("models/textseg-reader"));

    [Theory]
    [InlineData("heads.onnx", "heads.onnx", "wants an input")]
    [InlineData("pieces.onnx", "pieces.onnx", "does not take the summaries 'sums' of")]
    public void GraphsThatDoNotFitEachOtherAreRefusedInOneSentence(string summary, string weights, string said)
    {
        var classifier = Shipped.Card.Classifier! with { Summary = summary, Weights = weights };
        var message = FaultOf(classifier);
        message.ShouldContain(said);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void HeadsThatWantLettersAreRefusedWhereTheCardNamesNone() =>
        FaultOf(Shipped.Card.Classifier! with { Letters = null }).ShouldContain("does not take the summaries 'sums' of");

    [Fact]
    public void LettersWithoutASummaryAreRefused() => FaultOf(Shipped.Card.Classifier! with { Summary = null }).ShouldContain("there are letters without a summary");

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void LettersBeyondTheirBoundsAreRefused(int longest) =>
        FaultOf(Shipped.Card.Classifier! with { Letters = new LettersCard("letters.bin", longest) }).ShouldContain("letters need a longest run of 1 to 16");

    [Fact]
    public void TokensWithoutASummaryAreRefused()
    {
        var small = ModelFolder.Open(SmallClassifierFolder.Path);
        var classifier = small.Card.Classifier! with { Summary = small.Card.Classifier.Weights };
        Should.Throw<InvalidModelException>(() => OnnxClassifier.Load(new ModelFolder(small.Card with { Classifier = classifier }, small.Path)))
            .Message.ShouldContain("gives no table of texts × numbers as 'sums'");
    }

    [Fact]
    public void AWholeIsToldByAllItsSentences()
    {
        using var classifier = OnnxClassifier.Load(Shipped);
        string[] sentences = ["We moved the files on Monday.", "I hate this, it is terrible.", "The office opens at nine."];
        var readings = classifier.Read(sentences, [new(string.Join(' ', sentences), 0, 3), new(sentences[0] + " " + sentences[2], 0, 1)]);
        var (bad, plain) = (readings[3].Of(HeadNames.Sentiment), readings[4].Of(HeadNames.Sentiment));
        bad.Probabilities[0].ShouldBeGreaterThan(plain.Probabilities[0] + 0.2f);
    }

    private static string FaultOf(ClassifierCard classifier) =>
        Should.Throw<InvalidModelException>(() => OnnxClassifier.Load(new ModelFolder(Shipped.Card with { Classifier = classifier }, Shipped.Path))).Message;
}
