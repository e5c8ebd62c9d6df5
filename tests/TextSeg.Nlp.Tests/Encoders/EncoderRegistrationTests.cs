using Shouldly;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.ModelFiles;
using TextSeg.Nlp.Tests.ModelFiles;
using TextSeg.Testing;
using Xunit;

namespace TextSeg.Nlp.Tests.Encoders;

public sealed class EncoderRegistrationTests(ShippedEncoder shipped) : IClassFixture<ShippedEncoder>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ModelCatalog Catalog => new([], _folder.File("user"));

    [Fact]
    public void AFolderWithAnEncoderIsTakenAndFoundByName()
    {
        var source = CopyOfShipped();
        EncoderRegistration.Add(Catalog, source, new InspectOptions { Name = "copy" });
        var model = Catalog.Find("copy");
        model.Card.Encoder!.Dimension.ShouldBe(shipped.Encoder.Dimension);
        using var encoder = OnnxEncoder.Load(model);
        ShippedEncoder.EncodeWith(encoder, ["A text."])[0].ShouldBe(shipped.Encode("A text.")[0]);
    }

    [Fact]
    public void APrefixFromTheCardChangesTheVectorOfItsRole()
    {
        var model = EncoderRegistration.Add(Catalog, CopyOfShipped(), new InspectOptions { QueryPrefix = "question about invoices: " });
        using var encoder = OnnxEncoder.Load(model);
        var rows = new float[encoder.Dimension];
        encoder.Encode(["Where is it?"], rows, EncodeRole.Query);
        rows.ShouldBe(shipped.Encode("question about invoices: Where is it?")[0]);
        rows.ShouldNotBe(shipped.Encode("Where is it?")[0]);
    }

    [Fact]
    public void WeightsThatAreNoGraphAreRefusedAndNoCardIsWritten()
    {
        var source = CopyOfShipped();
        File.WriteAllText(Path.Combine(source, shipped.Model.Card.Encoder!.Weights), "not a graph");
        Should.Throw<InvalidModelException>(() => EncoderRegistration.Add(Catalog, source)).Message.ShouldContain("cannot be loaded");
        Catalog.List().ShouldBeEmpty();
    }

    [Fact]
    public void ATokenizerThatIsNoneIsRefusedByName()
    {
        var source = CopyOfShipped();
        File.WriteAllText(Path.Combine(source, shipped.Model.Card.Encoder!.Tokenizer), "{}");
        Should.Throw<InvalidModelException>(() => EncoderRegistration.Add(Catalog, source)).Message.ShouldContain("cannot be used as a tokenizer");
    }

    [Fact]
    public void AModelOfAnotherKindIsNoEncoder()
    {
        var card = shipped.Model.Card with { Kind = ModelKind.Classifier };
        Should.Throw<InvalidModelException>(() => OnnxEncoder.Load(new ModelFolder(card, shipped.Model.Path))).Message.ShouldContain("not an encoder");
    }

    [Fact]
    public void ACardWithAnotherDimensionThanTheWeightsIsRefused()
    {
        var card = shipped.Model.Card with { Encoder = shipped.Model.Card.Encoder! with { Dimension = 7 } };
        Should.Throw<InvalidModelException>(() => OnnxEncoder.Load(new ModelFolder(card, shipped.Model.Path))).Message.ShouldContain("7 numbers");
    }

    [Fact]
    public void AReadOnlyHuggingFaceFolderIsTakenAsItIs()
    {
        var source = SharedFiles.PathOrSkip("models/all-MiniLM-L6-v2");
        var model = EncoderRegistration.Add(Catalog, source, new InspectOptions { Licence = "Apache-2.0" });
        model.Path.ShouldBe(source);
        Catalog.Find(model.Card.Name).Card.Encoder!.Dimension.ShouldBe(384);
    }

    public void Dispose() => _folder.Dispose();

    private string CopyOfShipped()
    {
        var copy = Directory.CreateDirectory(_folder.File("source")).FullName;
        foreach (var file in shipped.Model.Card.Files)
        {
            File.Copy(shipped.Model.PathOf(file.Path), Path.Combine(copy, file.Path));
        }

        return copy;
    }
}
