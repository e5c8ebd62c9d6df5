using TextSeg.Engine.Evaluation.Names;
using TextSeg.Engine.Samples;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Engine.Tests.Evaluation.Names;

public sealed class NamesTestTests
{
    [Fact]
    public async Task LiesAreStruckAndTruthIsLetThrough()
    {
        var catalog = new ModelCatalog([Repository.PathOf("models")], Repository.PathOf("artifacts/no-user-models"));
        using var encoder = OnnxEncoder.Load(catalog.FindDefault(ModelKind.Encoder));
        using var classifier = OnnxClassifier.Load(catalog.FindDefault(ModelKind.Classifier));
        var test = new NamesTest(new MiningTools(encoder, LanguageIdentifier.Load(Repository.PathOf("models/languages"))) { Classifier = classifier }, new MiningOptions(), new FixedClock(2027));
        var score = await test.RunAsync(new SampleOptions { Members = 1_000, Posts = 10_000, Seed = 2 }, names: 60, progress: null, TestContext.Current.CancellationToken);
        (score.Lies, score.Truths).ShouldBe((60, 180));
        score.ShareOfLiesStruck.ShouldBeGreaterThanOrEqualTo(0.95);
        score.ShareOfTruthsStruck.ShouldBeLessThanOrEqualTo(0.05);
    }
}
