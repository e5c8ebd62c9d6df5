using System.Globalization;
using System.Text;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;
using TextSeg.Mining;
using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Tests;

/// <summary>A small invented community in a workspace of its own.</summary>
/// <param name="place">Where it lies; where tests lie by default unless given.</param>
internal sealed class SmallCommunity(WorkspacePlace? place = null) : IDisposable
{
    private readonly WorkspacePlace _place = place ?? WorkspacePlace.Default();

    private static readonly string[][] Themes =
    [
        ["lamp", "blinks", "bulb", "light", "switch", "dark"],
        ["shelf", "screws", "wood", "wall", "bracket", "drill"],
        ["delivery", "parcel", "courier", "late", "tracking", "address"],
        ["invoice", "refund", "payment", "charged", "bank", "receipt"],
    ];

    private static readonly LanguageIdentifier Languages = LanguageIdentifier.Load(Repository.PathOf("models/languages"));

    public TemporaryFolder Folder => _place.Folder;

    /// <summary>How it is mined.</summary>
    public MiningOptions Options { get; } = new() { Ingest = { BatchPosts = 100 } };

    /// <summary>Reads moods; null by default.</summary>
    public ITextClassifier? Classifier { get; set; }

    public WorkspaceAddress Address => _place.Address;

    public string Data => Address.Folder;

    /// <summary>A CSV of posts about four themes; the same seed gives the same posts.</summary>
    public string WritePosts(int posts, int members = 20, int seed = 1, string name = "posts.csv")
    {
        var random = new Random(seed);
        var csv = new StringBuilder("id,author,created_at,body\n");
        for (var i = 0; i < posts; i++)
        {
            var theme = Themes[i % Themes.Length];
            var words = Enumerable.Range(0, 9).Select(_ => theme[random.Next(theme.Length)]);
            csv.AppendLine(CultureInfo.InvariantCulture, $"p{i},m{random.Next(members)},2023-0{1 + (i % 9)}-11,\"i have a question about the {string.Join(' ', words)} number {i % 97}\"");
        }

        return Folder.Write(name, csv.ToString());
    }

    /// <summary>What it is mined with.</summary>
    public MiningTools Tools(WordHashEncoder encoder) => new(encoder, Languages) { Classifier = Classifier };

    /// <summary>Posts encoded by the last mining; texts that names are proved with do not count.</summary>
    public int EncodedPosts { get; private set; }

    /// <summary>Mines files, or what is there already, and returns what the run says.</summary>
    public async Task<(TextSeg.Engine.Ingestion.IngestResult Ingest, RunFacts Run)> MineAsync(string[] inputs, WordHashEncoder? encoder = null, Action<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var workspace = OpenToWrite();
        encoder ??= new WordHashEncoder();
        var tools = Tools(encoder);
        var pipeline = new MiningPipeline(workspace, tools, Options, new FixedClock());
        var told = progress is null ? null : new Told(progress);
        var ingest = await pipeline.RunBatchStagesAsync(inputs.Length == 0 ? [] : InputFinder.Find(inputs), told, cancellation);
        EncodedPosts = encoder.Encoded;
        return (ingest, await pipeline.RunCorpusStagesAsync(told, cancellation));
    }

    /// <summary>Places further posts in the topics that are there.</summary>
    public async Task<IReadOnlyList<TextSeg.Engine.Topics.Placement.PlacedPost>> AddAsync(string[] inputs, Action<StageProgress>? progress = null)
    {
        using var workspace = OpenToWrite();
        var options = new MiningOptions { Ingest = { BatchPosts = Options.Ingest.BatchPosts }, Placement = Options.Placement };
        var pipeline = new MiningPipeline(workspace, new MiningTools(new WordHashEncoder(), Languages), options, new FixedClock());
        return (await pipeline.AddAsync(InputFinder.Find(inputs), progress is null ? null : new Told(progress), CancellationToken.None)).Placed;
    }

    /// <summary>The stages over a workspace that is open.</summary>
    public MiningPipeline Pipeline(Workspace workspace, WordHashEncoder? encoder = null) =>
        new(workspace, Tools(encoder ?? new WordHashEncoder()), Options, new FixedClock());

    /// <summary>Finds structure on a connection beside the open one.</summary>
    /// <param name="workspace">The workspace, open to write.</param>
    /// <param name="progress">Called between; the run waits for it.</param>
    public async Task MineBesideAsync(Workspace workspace, Func<StageProgress, Task> progress)
    {
        using var beside = workspace.OpenBeside();
        await Pipeline(beside).RunCorpusStagesAsync(new Told(report => progress(report).GetAwaiter().GetResult()), CancellationToken.None);
    }

    /// <summary>Everything a reader can see, as text, without numbers that only count runs.</summary>
    public string Visible()
    {
        using var workspace = OpenToRead();
        string[] queries =
        [
            "SELECT Id, Source, ExternalId, Prose, Language, TextKey, ReplyToPostId, MemberId, Masked FROM Posts ORDER BY Id",
            "SELECT Id, ParentId, Level, Name, Posts, Members, Stability, Facts FROM Topics WHERE RunId > 0 ORDER BY Id",
            "SELECT PostId, TopicId, LeafId, Strength, State, X, Y FROM PostTopics WHERE RunId > 0 ORDER BY PostId",
            "SELECT Id, Name, Description, Members, Facts FROM Segments WHERE RunId > 0 ORDER BY Id",
            "SELECT MemberId, SegmentId, Weight, State FROM Memberships WHERE RunId > 0 ORDER BY MemberId, SegmentId",
            "SELECT PostId, Kind, Label, Confidence FROM Annotations ORDER BY PostId, Kind, Label",
        ];
        return string.Join('\n', queries.SelectMany(sql => workspace.Connection.Query(sql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue))).ToList()));
    }

    public Workspace OpenToRead() => Workspace.OpenToRead(Address);

    public Workspace OpenToWrite() => Workspace.OpenToWrite(Address);

    public void Dispose() => _place.Dispose();

    private sealed class Told(Action<StageProgress> action) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => action(value);
    }
}
