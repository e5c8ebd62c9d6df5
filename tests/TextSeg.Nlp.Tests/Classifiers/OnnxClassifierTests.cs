using System.Text.Json;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class OnnxClassifierConformanceTests : TextClassifierConformance
{
    protected override ITextClassifier Create(int threads) =>
        OnnxClassifier.Load(ModelFolder.Open(SmallClassifierFolder.Path), new InferenceOptions { Threads = threads, TokensPerBatch = 40 });
}

public sealed class OnnxClassifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ProbabilitiesAreThoseReckonedByAnotherProgram()
    {
        using var classifier = Load(SmallClassifierFolder.Path);
        using var answers = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SmallClassifierFolder.Path, "answers.json")));
        foreach (var answer in answers.RootElement.EnumerateArray())
        {
            foreach (var head in classifier.Read([answer.GetProperty("text").GetString()!])[0].Heads)
            {
                var expected = answer.GetProperty("heads").GetProperty(head.Head).Deserialize<float[]>()!;
                head.Probabilities.ShouldBe(expected, 2e-6, answer.ToString());
            }
        }
    }

    [Fact]
    public void OfALongTextTheFirstQuarterAndTheEndAreRead()
    {
        using var classifier = Load(SmallClassifierFolder.Path);
        var middle = string.Join(' ', Enumerable.Repeat("the", 100));
        var calm = Positive(classifier, $"{middle} {middle}");
        Positive(classifier, $"love {middle} {middle}").ShouldBeGreaterThan(calm + 0.1f);
        Positive(classifier, $"{middle} {middle} love").ShouldBeGreaterThan(calm + 0.1f);
        Positive(classifier, $"{middle} love {middle}").ShouldBe(calm, 1e-6f);
    }

    [Theory]
    [InlineData("\"mood\"", "\"feeling\"", "no output 'feeling'")]
    [InlineData("\"negative\",", "", "has 2 labels and 3 numbers in scale")]
    [InlineData("\"calm\",", "\"sleepy\", \"calm\",", "has 4 labels and 3 numbers in shift")]
    [InlineData("\"ask-for-help\",", "", "gives 3 numbers a text as 'intent', and the head 'intent' has 2 labels")]
    [InlineData("\"name\": \"urgency\"", "\"name\": \"intent\"", "2 heads 'intent'")]
    [InlineData("\"unsureBelow\": 0.3", "\"unsureBelow\": 1.3", "from 0 to 1")]
    [InlineData("\"maxTokens\": 16", "\"maxTokens\": 1", "maxTokens must be 8 to 8,192")]
    [InlineData("\"weights\": \"reader.onnx\"", "\"weights\": \"other.onnx\"", "lists no file 'other.onnx'")]
    [InlineData("\"kind\": \"classifier\"", "\"kind\": \"encoder\"", "is not a classifier")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "SHA-256 differs")]
    [InlineData("\"path\": \"reader.onnx\"", "\"path\": \"lost.onnx\"", "lacks its file")]
    public void AFaultInTheCardIsOneClearSentence(string replaced, string replacement, string said)
    {
        var copy = SmallClassifierFolder.Copy(_folder, "copy", replaced, replacement);
        var message = Should.Throw<InvalidModelException>(() => Load(copy)).Message;
        message.ShouldContain(said);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void TheNameChangesWithWhateverChangesAnswers()
    {
        using var plain = Load(SmallClassifierFolder.Path);
        using var other = Load(SmallClassifierFolder.Copy(_folder, "copy", "\"unsureBelow\": 0.3", "\"unsureBelow\": 0.4"));
        plain.Name.ShouldStartWith("small-classifier@");
        other.Name.ShouldNotBe(plain.Name);
    }

    public void Dispose() => _folder.Dispose();

    private static OnnxClassifier Load(string folder) => OnnxClassifier.Load(ModelFolder.Open(folder));

    private static float Positive(OnnxClassifier classifier, string text) => classifier.Read([text])[0].Of("sentiment").Probabilities[2];
}
