using System.Globalization;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>
/// kill -9 at random moments while posts stream in. The long form: TEXTSEG_TEST_KILLS=50 TEXTSEG_TEST_POSTS=20000 before the test program, with <c>-class</c> and one of the classes below.
/// </summary>
public abstract class KillConformance : IDisposable
{
    private const int RecordsOfAPush = 10;
    private const string Source = "forum";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly MineFolder _undisturbed = new();
    private readonly int _kills = Given("TEXTSEG_TEST_KILLS", 3);
    private readonly int _posts = Given("TEXTSEG_TEST_POSTS", 200);

    public virtual void Dispose()
    {
        _undisturbed.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Streams posts into a served folder while something is killed, and looks that nothing is lost or doubled.</summary>
    /// <param name="killed">The folder.</param>
    /// <param name="kill">Kills something of it and starts it again.</param>
    private protected async Task LosesNothingAsync(MineFolder killed, Func<ServedFolder, Random, Task> kill)
    {
        var (earlier, all) = (_undisturbed.File("earlier.jsonl"), _undisturbed.File("all.jsonl"));
        BuiltProgram.Run("sample", "--members", Text(Math.Max(50, _posts / 8)), "--posts", Text(2 * _posts), "--out", all).ShouldBeGood();
        var records = File.ReadAllLines(all);
        File.WriteAllLines(earlier, records.Take(_posts));
        _undisturbed.Mine(earlier, "--source", Source).ShouldBeGood();
        _undisturbed.Mine(all, "--source", Source).ShouldBeGood();
        killed.Mine(earlier, "--source", Source).ShouldBeGood();

        using (var service = await ServedFolder.StartAsync(killed.Place))
        {
            await StreamAsync(service, [.. records.Skip(_posts)], kill);
            while (killed.Read(tables => tables.Waiting.Any()))
            {
                service.ShouldRun();
                await Task.Delay(Pause);
            }
        }

        Whole(killed).ShouldBe((records.Length, records.Length, records.Length, records.Length));
        BuiltProgram.Run(["mine", .. killed.Place, "--json"]).ShouldBeGood();
        KillTests.PostTopics(killed).ShouldBe(KillTests.PostTopics(_undisturbed));
        killed.Segments().ShouldBe(_undisturbed.Segments());
    }

    /// <summary>Pushes the records in small parts, and kills between, each time a random while after a push.</summary>
    private async Task StreamAsync(ServedFolder service, string[] records, Func<ServedFolder, Random, Task> kill)
    {
        var random = new Random(7);
        var parts = records.Chunk(RecordsOfAPush).ToArray();
        var killAt = Enumerable.Range(0, _kills).Select(_ => random.Next(parts.Length)).ToLookup(part => part);
        var killing = Task.CompletedTask;
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var _ in killAt[part])
            {
                await killing;
                killing = KillAsync(service, kill, random, TimeSpan.FromMilliseconds(random.Next(400)));
            }

            await service.PushAsync(Source, parts[part]);
        }

        await killing;
    }

    private static async Task KillAsync(ServedFolder service, Func<ServedFolder, Random, Task> kill, Random random, TimeSpan after)
    {
        await Task.Delay(after);
        await kill(service, random);
    }

    /// <summary>Posts, and how many of them are encoded, annotated and in a topic of the current run, each once.</summary>
    private static (int Posts, int Encoded, int Annotated, int Placed) Whole(MineFolder folder) => folder.Read(tables => (
        tables.Posts.Select(post => new { post.Source, post.ExternalId }).Distinct().Count(),
        tables.Posts.Count(post => !post.NeedsVector && post.Prose != null),
        tables.Posts.Count(post => post.Language != null && tables.Annotations.Count(label => label.PostId == post.Id && label.Kind == "language") == 1),
        tables.PostTopics.Count(place => place.RunId > 0)));

    private static int Given(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The service alone.</summary>
public sealed class ServiceKillTests : KillConformance
{
    private readonly MineFolder _killed = new();

    public override void Dispose()
    {
        _killed.Dispose();
        base.Dispose();
    }

    [Fact]
    public Task KilledWhilePostsStreamInItLosesNothingAndTheNextRunIsLikeAnUndisturbedOne() => LosesNothingAsync(_killed, (service, _) => service.KillAndStartAsync());
}

/// <summary>PostgreSQL under the service, and one time in four the service itself.</summary>
public sealed class PostgreSqlKillTests : KillConformance, IAsyncLifetime
{
    private const int ServiceOneTimeIn = 4;
    private PostgreSqlNode _node = null!;
    private MineFolder _killed = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await PostgreSqlNode.StartOrSkipAsync();
        _killed = new MineFolder { Database = _node.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _killed?.Dispose();
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
        base.Dispose();
    }

    [Fact]
    public Task PostgreSqlKilledWhilePostsStreamInLosesNothingAndTheNextRunIsLikeAnUndisturbedOne() => LosesNothingAsync(_killed, async (service, random) =>
    {
        if (random.Next(ServiceOneTimeIn) == 0)
        {
            await service.KillAndStartAsync();
            return;
        }

        await _node.KillAsync();
        await _node.StartAsync();
    });
}
