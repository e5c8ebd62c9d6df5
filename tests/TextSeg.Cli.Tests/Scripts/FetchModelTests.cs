using System.Diagnostics;
using System.Security.Cryptography;

namespace TextSeg.Cli.Tests.Scripts;

public sealed class FetchModelTests : IDisposable
{
    private static readonly string Encoder = Repository.PathOf("models/textseg-static-256");

    private readonly TemporaryFolder _folder = new();

    public FetchModelTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AModelIsFetchedAndKnownByItsName()
    {
        Offer("onnx/model_quantized.onnx", File.ReadAllBytes(Path.Combine(Encoder, "encoder.onnx")));
        Offer("tokenizer.json", File.ReadAllBytes(Path.Combine(Encoder, "tokenizer.json")));
        using var hub = new SmallHub(_folder.File("hub"), toBreakOff: 1);
        var fetched = Fetch(hub.Address, "invented");
        fetched.ExitCode.ShouldBe(0, fetched.Error);
        fetched.Output.ShouldContain("Use it with --model invented");
        var card = File.ReadAllText(Path.Combine(_folder.Path, "home", "textseg", "models", "invented", "model.json"));
        card.ShouldContain("\"licence\": \"MIT\"");
        card.ShouldContain("\"queryPrefix\": \"query: \"");
        hub.Starts.Count.ShouldBe(3);
        hub.Starts[1].ShouldBeGreaterThan(0, "the one that broke off goes on where it stopped");

        Fetch(hub.Address, "invented").ExitCode.ShouldBe(0);
        hub.Starts.Count.ShouldBe(3, "what is there already is not asked for again");
    }

    [Fact]
    public void AWrongChecksumIsSaidAndTheFileIsRemoved()
    {
        Offer("tokenizer.json", [1, 2, 3], sum: new string('0', 64));
        using var hub = new SmallHub(_folder.File("hub"));
        var fetched = Fetch(hub.Address, "invented");
        fetched.ExitCode.ShouldBe(1);
        fetched.Error.ShouldContain("The checksum of tokenizer.json is not the expected one");
        Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        KnownModels().ShouldBeEmpty();
    }

    [Fact]
    public void AFileThatTheHubDoesNotHaveIsSaid()
    {
        Offer("tokenizer.json", [1, 2, 3]);
        File.Delete(Path.Combine(_folder.File("hub"), "tokenizer.json"));
        using var hub = new SmallHub(_folder.File("hub"));
        var fetched = Fetch(hub.Address, "invented");
        fetched.ExitCode.ShouldBe(1);
        fetched.Error.ShouldContain($"answers 404 for {hub.Address}/somebody/invented/resolve/pinned/tokenizer.json");
        KnownModels().ShouldBeEmpty();
    }

    [Fact]
    public void ADownloadThatKeepsBreakingOffIsSaidAndTheNextCallGoesOn()
    {
        Offer("tokenizer.json", RandomNumberGenerator.GetBytes(4_096));
        using (var hub = new SmallHub(_folder.File("hub"), toBreakOff: 4))
        {
            var broken = Fetch(hub.Address, "invented");
            broken.ExitCode.ShouldBe(1);
            broken.Error.ShouldContain("broke off 4 times");
        }

        using var better = new SmallHub(_folder.File("hub"));
        Fetch(better.Address, "invented").Error.ShouldContain("holds no .onnx file", Case.Sensitive, "all files are there; only this invented model has no weights");
        better.Starts.ShouldHaveSingleItem().ShouldBeGreaterThan(2_048);
    }

    [Fact]
    public void WithoutAConnectionItSaysSo()
    {
        Offer("tokenizer.json", [1, 2, 3]);
        var fetched = Fetch($"http://127.0.0.1:{SmallHub.FreePort()}", "invented");
        fetched.ExitCode.ShouldBe(1);
        fetched.Error.ShouldContain("No connection to http://127.0.0.1");
    }

    [Theory]
    [InlineData("", "Name a model: invented.")]
    [InlineData("nobody", "There is no model nobody in the list; known are invented.")]
    public void AnUnknownNameIsRefusedWithTheKnownOnes(string name, string sentence)
    {
        Offer("tokenizer.json", [1]);
        var fetched = Fetch("http://127.0.0.1:1", name);
        fetched.ExitCode.ShouldBe(2);
        fetched.Error.ShouldContain(sentence);
    }

    [Fact]
    public void EveryModelOfTheListHasAPinnedRevisionAndChecksums()
    {
        var rows = File.ReadLines(Repository.PathOf("scripts/fetch-model.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();
        var models = rows.Where(row => row[0] == "model").ToList();
        models.Select(row => row[1]).ShouldBe(["all-MiniLM-L6-v2", "multilingual-e5-small", "bge-small-en-v1.5", "gte-multilingual-base"]);
        models.ShouldAllBe(row => row.Length == 8 && row[3].Length == 40 && row[3].All(char.IsAsciiHexDigitLower));
        models.ShouldAllBe(model => rows.Count(row => row[0] == "file" && row[1] == model[1]) == 3);
        rows.Where(row => row[0] == "file").ShouldAllBe(row => row.Length == 5 && row[4].Length == 64 && row[4].All(char.IsAsciiHexDigitLower));
    }

    private string Out => _folder.File("files");

    private string List => _folder.File("list.tsv");

    private void Offer(string path, byte[] content, string? sum = null)
    {
        var file = Path.Combine(_folder.File("hub"), path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        var head = File.Exists(List) ? "" : "model\tinvented\tsomebody/invented\tpinned\tMIT\tmean\tquery: \t-\n";
        File.AppendAllText(List, $"{head}file\tinvented\t{path}\t1\t{sum ?? Convert.ToHexStringLower(SHA256.HashData(content))}\n");
    }

    private string[] KnownModels() => Directory.Exists(Path.Combine(_folder.Path, "home", "textseg", "models")) ? Directory.GetDirectories(Path.Combine(_folder.Path, "home", "textseg", "models")) : [];

    private ProgramResult Fetch(string hub, string name)
    {
        string[] arguments = [Repository.PathOf("scripts/fetch-model"), "--hub", hub, "--list", List, "--out", Out, .. name.Length == 0 ? Array.Empty<string>() : [name]];
        var start = new ProcessStartInfo("bash", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TEXTSEG"] = BuiltProgram.Path;
        start.Environment["XDG_DATA_HOME"] = _folder.File("home");
        return BuiltProgram.ToTheEnd(Process.Start(start)!, input: null);
    }
}
