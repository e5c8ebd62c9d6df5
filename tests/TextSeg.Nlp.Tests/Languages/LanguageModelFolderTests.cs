using System.Security.Cryptography;
using System.Text.Json;
using TextSeg.Nlp.Languages;

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
            bytes.Length.ShouldBe(file.GetProperty("bytes").GetInt32());
            bytes.Length.ShouldBeLessThan(3_100_000);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public void AFolderWithoutACardIsRefused() => FaultOf().ShouldContain("no model.json");

    [Theory]
    [InlineData("""{"kind":"encoder","languages":[],"files":[]}""", "not a language identifier")]
    [InlineData("""{"kind":"language-identifier"}""", "lacks")]
    [InlineData("{", "no JSON")]
    [InlineData("""{"kind":"language-identifier","languages":["en"],"files":[{"path":"gone.bin","sha256":"00"}]}""", "gone.bin")]
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
        FaultOf().ShouldContain("differs from what model.json says");
    }

    [Fact]
    public void AFileCutShortIsRefusedEvenWhenItsSumIsRight()
    {
        var weights = CopyShipped()[..5_000];
        File.WriteAllBytes(_folder.File("weights.bin"), weights);
        _folder.Write("model.json", $$"""
            {"kind":"language-identifier","languages":["en"],
             "files":[{"path":"weights.bin","sha256":"{{Convert.ToHexString(SHA256.HashData(weights))}}"}]}
            """);
        FaultOf().ShouldContain("cut short");
    }

    private byte[] CopyShipped()
    {
        File.Copy(Path.Combine(ShippedLanguages.Folder, "model.json"), _folder.File("model.json"));
        return File.ReadAllBytes(Path.Combine(ShippedLanguages.Folder, "weights.bin"));
    }

    private string FaultOf() => Should.Throw<InvalidDataException>(() => LanguageIdentifier.Load(_folder.Path)).Message;
}
