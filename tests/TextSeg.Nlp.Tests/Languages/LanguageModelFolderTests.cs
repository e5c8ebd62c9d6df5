using System.Security.Cryptography;
using System.Text.Json;
using TextSeg.Nlp.Languages;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Languages;

public sealed class LanguageModelFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheShippedFilesHaveTheSumsAndSizesOfTheirCard()
    {
        using var card = JsonDocument.Parse(File.ReadAllText(Path.Combine(ShippedLanguages.Folder, "model.json")));
        foreach (var file in card.RootElement.GetProperty("files").EnumerateArray())
        {
            var bytes = File.ReadAllBytes(Path.Combine(ShippedLanguages.Folder, file.GetProperty("path").GetString()!));
            bytes.Length.ShouldBeLessThan(3_100_000);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public void AFolderWithoutACardIsRefused() => FaultOf().ShouldContain("holds no model.json");

    [Theory]
    [InlineData("""{"name":"a","kind":"encoder","languages":[],"files":[]}""", "not a language identifier")]
    [InlineData("""{"kind":"language-identifier"}""", "not a model card")]
    [InlineData("{", "not a model card")]
    [InlineData("""{"name":"a","kind":"language-identifier","languages":["en"],"files":[{"path":"gone.bin","sha256":"00"}]}""", "gone.bin")]
    public void ABadCardIsRefusedWithItsFault(string card, string fault)
    {
        _folder.Write("model.json", card);
        FaultOf().ShouldContain(fault);
    }

    [Fact]
    public void AChangedFileIsRefused()
    {
        var weights = CopyShipped();
        weights[^1] ^= 1;
        File.WriteAllBytes(_folder.File("weights.bin"), weights);
        FaultOf().ShouldContain("SHA-256 differs");
    }

    [Fact]
    public void AFileCutShortIsRefusedEvenWhenItsSumIsRight()
    {
        var weights = CopyShipped()[..5_000];
        File.WriteAllBytes(_folder.File("weights.bin"), weights);
        _folder.Write("model.json", $$"""
            {"name":"a","kind":"language-identifier","languages":["en"],
             "files":[{"path":"weights.bin","sha256":"{{Convert.ToHexString(SHA256.HashData(weights))}}"}]}
            """);
        FaultOf().ShouldContain("cut short");
    }

    private byte[] CopyShipped()
    {
        File.Copy(Path.Combine(ShippedLanguages.Folder, "model.json"), _folder.File("model.json"));
        return File.ReadAllBytes(Path.Combine(ShippedLanguages.Folder, "weights.bin"));
    }

    private string FaultOf() => Should.Throw<InvalidModelException>(() => LanguageIdentifier.Load(_folder.Path)).Message;
}
