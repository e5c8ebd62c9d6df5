using Shouldly;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.ModelFiles;

public sealed class HuggingFaceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public HuggingFaceFolderTests() => _path = FakeModel.WriteHuggingFace(_folder, "bare");

    [Fact]
    public void WithoutFurtherFilesTheMeanOf256TokensIsTaken()
    {
        var encoder = ModelCatalog.Inspect(_path).Encoder!;
        (encoder.Pooling, encoder.MaxTokens, encoder.QueryPrefix, encoder.DocumentPrefix).ShouldBe((Pooling.Mean, 256, "", ""));
    }

    [Theory]
    [InlineData("pooling_mode_cls_token", Pooling.Cls)]
    [InlineData("pooling_mode_lasttoken", Pooling.LastToken)]
    [InlineData("pooling_mode_mean_tokens", Pooling.Mean)]
    public void PoolingIsReadFromTheSentenceTransformersFile(string flag, Pooling expected)
    {
        Directory.CreateDirectory(Path.Combine(_path, "1_Pooling"));
        _folder.Write("bare/1_Pooling/config.json", $$"""{"word_embedding_dimension":384,"{{flag}}":true}""");
        ModelCatalog.Inspect(_path).Encoder!.Pooling.ShouldBe(expected);
    }

    [Fact]
    public void LengthAndPromptsAreReadFromTheFolder()
    {
        _folder.Write("bare/sentence_bert_config.json", """{"max_seq_length":128}""");
        _folder.Write("bare/config_sentence_transformers.json", """{"prompts":{"query":"q: ","passage":"p: "}}""");
        var encoder = ModelCatalog.Inspect(_path).Encoder!;
        (encoder.MaxTokens, encoder.QueryPrefix, encoder.DocumentPrefix).ShouldBe((128, "q: ", "p: "));
    }

    [Fact]
    public void AShortPositionTableLimitsTheLength()
    {
        _folder.Write("bare/config.json", """{"max_position_embeddings":64}""");
        ModelCatalog.Inspect(_path).Encoder!.MaxTokens.ShouldBe(64);
    }

    [Fact]
    public void QuantisedWeightsAreTakenBeforeFullOnes()
    {
        Directory.CreateDirectory(Path.Combine(_path, "onnx"));
        _folder.Write("bare/onnx/model_quantized.onnx", "smaller");
        ModelCatalog.Inspect(_path).Encoder!.Weights.ShouldBe("onnx/model_quantized.onnx");
        ModelCatalog.Inspect(_path, new InspectOptions { Weights = "model.onnx" }).Encoder!.Weights.ShouldBe("model.onnx");
    }

    [Fact]
    public void WhatIsMissingIsNamed()
    {
        Should.Throw<InvalidModelException>(() => ModelCatalog.Inspect(_folder.File("nowhere"))).Message.ShouldContain("There is no folder");
        File.Delete(Path.Combine(_path, "tokenizer.json"));
        Should.Throw<InvalidModelException>(() => ModelCatalog.Inspect(_path)).Message.ShouldContain("tokenizer.json");
        File.Delete(Path.Combine(_path, "model.onnx"));
        Should.Throw<InvalidModelException>(() => ModelCatalog.Inspect(_path)).Message.ShouldContain("no .onnx file");
    }

    [Fact]
    public void AConfigurationThatIsNotJsonIsNamed()
    {
        _folder.Write("bare/sentence_bert_config.json", "max_seq_length = 128");
        Should.Throw<InvalidModelException>(() => ModelCatalog.Inspect(_path)).Message.ShouldContain("sentence_bert_config.json");
    }

    [Theory]
    [InlineData("""{"architectures":["XlmRobertaForSequenceClassification"],"id2label":{"1":"Neutral","0":"NEG","2":"Positive"}}""", "sentiment", "negative,neutral,positive", Activation.Softmax)]
    [InlineData("""{"id2label":{"0":"joy","1":"anger"},"problem_type":"multi_label_classification"}""", "bare", "joy,anger", Activation.Sigmoid)]
    [InlineData("""{"architectures":["BertForSequenceClassification"],"id2label":{"0":"toxic"}}""", "bare", "toxic", Activation.Sigmoid)]
    public void ASequenceClassifierIsKnownByItsConfiguration(string configuration, string head, string labels, Activation activation)
    {
        _folder.Write("bare/config.json", configuration);
        var card = ModelCatalog.Inspect(_path);
        card.Kind.ShouldBe(ModelKind.Classifier);
        var read = card.Classifier!.Heads.ShouldHaveSingleItem();
        (read.Name, string.Join(',', read.Labels), read.Activation, read.Output).ShouldBe((head, labels, activation, "logits"));
        ModelCatalog.Inspect(_path, new InspectOptions { Head = "topic" }).Classifier!.Heads[0].Name.ShouldBe("topic");
    }

    [Theory]
    [InlineData("""{"architectures":["BertForSequenceClassification"]}""", "names no labels")]
    [InlineData("""{"id2label":{"0":"a","2":"b"}}""", "leaves out a number")]
    [InlineData("""{"id2label":{"zero":"a"}}""", "'zero'")]
    public void LabelsThatCannotBeReadAreSaid(string configuration, string said)
    {
        _folder.Write("bare/config.json", configuration);
        Should.Throw<InvalidModelException>(() => ModelCatalog.Inspect(_path)).Message.ShouldContain(said);
    }

    [Fact]
    public void AnEncoderMayHaveAConfigurationWithoutLabels()
    {
        _folder.Write("bare/config.json", """{"architectures":["BertModel"],"id2label":{"0":"LABEL_0"}}""");
        ModelCatalog.Inspect(_path).Kind.ShouldBe(ModelKind.Encoder);
    }

    public void Dispose() => _folder.Dispose();
}
