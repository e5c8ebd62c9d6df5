using Shouldly;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.ModelFiles;

public sealed class ModelCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ModelCatalog Catalog => new([_folder.File("first"), _folder.File("second")], _folder.File("user"));

    [Fact]
    public void AModelIsFoundByItsNameWhateverTheCase()
    {
        FakeModel.WriteCard(_folder, "second/plain");
        Catalog.Find("PLAIN").Card.Name.ShouldBe("plain");
    }

    [Fact]
    public void TheFirstFolderWinsWhenTwoModelsShareAName()
    {
        FakeModel.WriteCard(_folder, "second/plain", ""","version":1""");
        FakeModel.WriteCard(_folder, "first/plain", ""","version":2""");
        Catalog.List().ShouldHaveSingleItem().Card.Version.ShouldBe(2);
    }

    [Fact]
    public void TheModelMarkedDefaultIsTakenWhenNoneIsNamed()
    {
        FakeModel.WriteCard(_folder, "first/another");
        FakeModel.WriteCard(_folder, "second/chosen", ""","default":true """);
        Catalog.FindDefault(ModelKind.Encoder).Card.Name.ShouldBe("chosen");
    }

    [Fact]
    public void AnUnknownNameIsAnErrorThatListsTheKnownOnes()
    {
        FakeModel.WriteCard(_folder, "first/plain");
        Should.Throw<InvalidModelException>(() => Catalog.Find("absent")).Message.ShouldContain("known models: plain");
    }

    [Fact]
    public void ABrokenCardIsReportedAndTheOthersStillListed()
    {
        FakeModel.WriteCard(_folder, "first/plain");
        Directory.CreateDirectory(_folder.File("first/broken"));
        _folder.Write("first/broken/model.json", "{ \"name\": ");
        Catalog.List().Count.ShouldBe(1);
        Catalog.Problems().ShouldHaveSingleItem().ShouldContain("is not a model card");
    }

    [Fact]
    public void EveryModelOfTheCloneHasACardThatCanBeReadAndItsFiles()
    {
        var shipped = new ModelCatalog([Repository.PathOf("models")], _folder.File("user"));
        shipped.Problems().ShouldBeEmpty();
        new[] { ModelKind.Encoder, ModelKind.LanguageIdentifier }.ShouldBeSubsetOf(shipped.List().Select(m => m.Card.Kind));
        shipped.List().ShouldAllBe(m => IsWhole(m));
    }

    [Fact]
    public void ABareHuggingFaceFolderNeedsNoCard()
    {
        var model = Catalog.Find(FakeModel.WriteHuggingFace(_folder, "bare"));
        model.Card.Encoder!.Weights.ShouldBe("model.onnx");
        File.Exists(_folder.File("bare/model.json")).ShouldBeFalse();
    }

    [Fact]
    public void AnAddedModelIsFoundByNameAndItsFilesStayWhereTheyAre()
    {
        var source = FakeModel.WriteHuggingFace(_folder, "bare");
        var card = ModelCatalog.Inspect(source, new InspectOptions { Name = "mine", QueryPrefix = "ask: " });
        Catalog.Add(card, source);
        var found = Catalog.Find("mine");
        found.Path.ShouldBe(source);
        found.Card.Encoder!.QueryPrefix.ShouldBe("ask: ");
        File.Exists(Path.Combine(source, ModelFolder.CardFile)).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsWhole(ModelFolder model)
    {
        model.Verify();
        return true;
    }
}
