namespace TextSeg.Cli.Tests.Mining;

/// <summary>One invented community, mined once for all tests that only look.</summary>
public sealed class MinedSample : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MinedSample()
    {
        BuiltProgram.Run("sample", "--members", "120", "--posts", "1200", "--languages", "en,de", "--out", Posts, "--truth", _folder.File("truth.jsonl")).ShouldBeGood();
        Mined = BuiltProgram.Run("mine", Posts, "--data", Data, "--report", Report, "--json").ShouldBeGood();
    }

    public string Posts => _folder.File("posts.jsonl");

    public string Data => _folder.File("data");

    public string Report => _folder.File("report.html");

    internal ProgramResult Mined { get; }

    public void Dispose() => _folder.Dispose();
}

/// <summary>Shares the mined sample between classes: mining it is the slow part.</summary>
[CollectionDefinition(Name)]
public sealed class MinedSampleGroup : ICollectionFixture<MinedSample>
{
    public const string Name = "mined sample";
}
