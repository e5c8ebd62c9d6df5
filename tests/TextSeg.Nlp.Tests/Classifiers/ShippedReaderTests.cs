using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class ShippedReaderConformanceTests : TextClassifierConformance
{
    public static OnnxClassifier Open(int threads) => OnnxClassifier.Load(
        new ModelCatalog([Repository.PathOf("models")], Repository.PathOf("artifacts/no-user-models")).FindDefault(ModelKind.Classifier),
        new InferenceOptions { Threads = threads });

    protected override ITextClassifier Create(int threads) => Open(threads);
}

public sealed class ShippedReaderTests
{
    [Theory]
    [InlineData("I love this, it works great and everyone is happy!", "positive")]
    [InlineData("This is terrible, I hate it and nothing works.", "negative")]
    [InlineData("Das ist schrecklich, ich hasse es, nichts funktioniert.", "negative")]
    [InlineData("Es maravilloso, me encanta, muchas gracias.", "positive")]
    [InlineData("C'est nul, je suis très déçu.", "negative")]
    public void PlainPraiseAndPlainBlameAreTold(string text, string expected)
    {
        using var classifier = ShippedReaderConformanceTests.Open(threads: 0);
        var sentiment = classifier.Heads.Single(head => head.Name == HeadNames.Sentiment);
        sentiment.Decide(classifier.Read([text])[0].Of(HeadNames.Sentiment))[0].Label.ShouldBe(expected);
    }
}
