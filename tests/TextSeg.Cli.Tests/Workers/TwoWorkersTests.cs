using System.Diagnostics;
using System.Globalization;
using TextSeg.Testing;

namespace TextSeg.Cli.Tests.Workers;

/// <summary>
/// Two workers on one workspace. The long form measures how much more they do than one, with a heavy encoder and one thread each; printed, not asked for:
/// <c>TEXTSEG_TEST_WORKERS=6000 scripts/with-postgres scripts/with-rabbitmq artifacts/bin/TextSeg.Cli.Tests/release/TextSeg.Cli.Tests -class TextSeg.Cli.Tests.Workers.TwoWorkersTests -showLiveOutput</c>,
/// TEXTSEG_TEST_ROUNDS times (default 1) for one and two workers by turns.
/// </summary>
[Collection("RabbitMQ")]
public sealed class TwoWorkersTests(ITestOutputHelper output)
{
    private const string Source = "forum";
    private const int PostsOfAPush = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Between two looks while a rate is measured: looking takes processor time that the workers would have.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task TwoWorkersShareOneWorkspaceAndNothingIsDoubledOrMissed()
    {
        using var service = new SharedService();
        var records = Sample(service, 3_500);
        Mine(service, records[..500]);
        await service.StartAsync();
        await service.ConnectAsync();
        await PushAsync(service, records[500..]);
        await Task.WhenAll(service.StartWorkerAsync(0), service.StartWorkerAsync(1));

        var owners = new HashSet<string>();
        while (service.Read(tables => tables.Waiting.Any()))
        {
            owners.UnionWith(service.Read(tables => tables.Waiting.Where(row => row.ClaimedBy != null).Select(row => row.ClaimedBy!).Distinct().ToArray()).Select(Process));
            await Task.Delay(Pause);
        }

        owners.Count.ShouldBe(2, "both had posts");
        Whole(service).ShouldBe((records.Length, records.Length, records.Length, records.Length));
    }

    [Fact]
    public async Task TwoWorkersReadMorePostsASecondThanOne()
    {
        var posts = Given("TEXTSEG_TEST_WORKERS", 0);
        Assert.SkipWhen(posts == 0, "measures: set TEXTSEG_TEST_WORKERS to the number of posts, such as 6000");
        using var service = new SharedService();
        BuiltProgram.RunWith(service.Variables, "models", "add", SharedFiles.PathOrSkip("models/all-MiniLM-L6-v2")).ShouldBeGood();
        var rounds = Given("TEXTSEG_TEST_ROUNDS", 1);
        var records = Sample(service, 2_000 + (2 * rounds * posts));
        Mine(service, records[..2_000], "--model", "all-MiniLM-L6-v2");
        await service.StartAsync();
        await service.ConnectAsync();
        var (next, rates) = (2_000, new[] { new List<double>(), new List<double>() });
        foreach (var workers in Enumerable.Range(0, 2 * rounds).Select(turn => 1 + (turn % 2)))
        {
            await PushAsync(service, records[next..(next += posts)]);
            rates[workers - 1].Add(await RateAsync(service, workers, posts));
        }

        Whole(service).Placed.ShouldBe(records.Length);
        foreach (var workers in new[] { 1, 2 })
        {
            output.WriteLine($"{workers} worker(s): {string.Join(", ", rates[workers - 1].Select(rate => rate.ToString("N0", CultureInfo.InvariantCulture)))} posts a second");
        }

        output.WriteLine(FormattableString.Invariant($"two against one: {rates[1].Sum() / rates[0].Sum():N2}; load {File.ReadAllText("/proc/loadavg").Trim()}"));
    }

    /// <summary>Posts a second between the first tenth and the last tenth: starting and ending are not work.</summary>
    private static async Task<double> RateAsync(SharedService service, int workers, int posts)
    {
        await Task.WhenAll(Enumerable.Range(0, workers).Select(service.StartWorkerAsync));
        var from = await WaitingFallsToAsync(service, posts - (workers * 512) - (posts / 10));
        var to = await WaitingFallsToAsync(service, posts / 10);
        await service.ReadAllAsync();
        Enumerable.Range(0, workers).ToList().ForEach(service.KillWorker);
        return (from.Waiting - to.Waiting) / Stopwatch.GetElapsedTime(from.At, to.At).TotalSeconds;
    }

    private static async Task<(int Waiting, long At)> WaitingFallsToAsync(SharedService service, int most)
    {
        while (true)
        {
            var (waiting, at) = (service.Read(tables => tables.Waiting.Count()), Stopwatch.GetTimestamp());
            if (waiting <= most)
            {
                return (waiting, at);
            }

            await Task.Delay(Look);
        }
    }

    private static string[] Sample(SharedService service, int posts)
    {
        var file = service.File("sample.jsonl");
        BuiltProgram.Run("sample", "--members", Text(Math.Max(50, posts / 8)), "--posts", Text(posts), "--out", file).ShouldBeGood();
        return File.ReadAllLines(file);
    }

    private static void Mine(SharedService service, string[] records, params string[] options)
    {
        var earlier = service.File("earlier.jsonl");
        File.WriteAllLines(earlier, records);
        service.Run("mine", [earlier, "--source", Source, .. options]).ShouldBeGood();
    }

    private static async Task PushAsync(SharedService service, string[] records)
    {
        foreach (var part in records.Chunk(PostsOfAPush))
        {
            await service.PushAsync(Source, part);
        }
    }

    private static (int Posts, int Encoded, int Annotated, int Placed) Whole(SharedService service) => service.Read(tables => (
        tables.Posts.Select(post => new { post.Source, post.ExternalId }).Distinct().Count(),
        tables.Posts.Count(post => !post.NeedsVector && post.Prose != null),
        tables.Posts.Count(post => post.Language != null && tables.Annotations.Count(label => label.PostId == post.Id && label.Kind == "language") == 1),
        tables.PostTopics.Count(place => place.RunId > 0)));

    // Of an owner's name the last part counts its claims.
    private static string Process(string owner) => owner[..owner.LastIndexOf('/')];

    private static int Given(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
