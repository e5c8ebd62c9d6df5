using Shouldly;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.ModelFiles;

public sealed class ModelFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AFileThatChangedIsRefused()
    {
        var model = Inspected();
        model.Verify();
        _folder.Write("bare/model.onnx", "something else");
        Should.Throw<InvalidModelException>(model.Verify).Message.ShouldContain("SHA-256 differs");
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var model = Inspected();
        File.Delete(_folder.File("bare/model.onnx"));
        Should.Throw<InvalidModelException>(model.Verify).Message.ShouldContain("lacks its file");
    }

    [Fact]
    public void ACardCannotReachOutsideItsFolder()
    {
        var card = Inspected().Card with { Files = [new ModelFile("../secret", "00")] };
        Should.Throw<InvalidModelException>(() => new ModelFolder(card, _folder.File("bare")).Verify()).Message.ShouldContain("inside its folder");
    }

    [Fact]
    public void AFolderWithoutACardSaysHowToMakeOne() =>
        Should.Throw<InvalidModelException>(() => ModelFolder.Open(_folder.Path)).Message.ShouldContain("models add");

    [Fact]
    public void ACardWithoutItsRequiredPartsIsRefused()
    {
        _folder.Write("model.json", """{"name":"half"}""");
        Should.Throw<InvalidModelException>(() => ModelFolder.Open(_folder.Path)).Message.ShouldContain("is not a model card");
    }

    [Fact]
    public void WhatACardLeavesOutHasItsDefault()
    {
        _folder.Write("model.json", """{"name":"short","kind":"encoder","files":[],"encoder":{"weights":"a.onnx","tokenizer":"t.json"}}""");
        var encoder = ModelFolder.Open(_folder.Path).Card.Encoder!;
        (encoder.MaxTokens, encoder.Normalise, encoder.QueryPrefix).ShouldBe((256, true, ""));
    }

    [Fact]
    public void TheIdChangesWithAnythingThatChangesVectors()
    {
        var model = Inspected();
        var other = new ModelFolder(model.Card with { Encoder = model.Card.Encoder! with { DocumentPrefix = "text: " } }, model.Path);
        other.Id.ShouldNotBe(model.Id);
        model.Id.ShouldStartWith("bare@");
        new ModelFolder(model.Card with { Description = "Other words." }, model.Path).Id.ShouldBe(model.Id);
    }

    public void Dispose() => _folder.Dispose();

    private ModelFolder Inspected()
    {
        var path = FakeModel.WriteHuggingFace(_folder, "bare");
        return new ModelFolder(ModelCatalog.Inspect(path), path);
    }
}
