using System.Globalization;
using TextSeg.Cli.Tests.BadInput;
using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Tests.Workers;

/// <summary>
/// kill -9 of workers, the interface, RabbitMQ and PostgreSQL at random moments while posts stream in. The long form: TEXTSEG_TEST_KILLS=50 TEXTSEG_TEST_POSTS=20000 before
/// <c>scripts/with-postgres scripts/with-rabbitmq</c> and the test program, with <c>-class</c> and this class.
/// </summary>
[Collection("RabbitMQ")]
public sealed class WorkerKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int RecordsOfAPush = 10;
    private const int Workers = 2;
    private const int Kinds = 5;
    private const string Source = "forum";
    private readonly MineFolder _undisturbed = new();
    private readonly int _kills = Given("TEXTSEG_TEST_KILLS", Kinds);
    private readonly int _posts = Given("TEXTSEG_TEST_POSTS", 200);

    private PostgreSqlNode _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgreSqlNode.StartOrSkipAsync();

    public async ValueTask DisposeAsync()
    {
        _undisturbed.Dispose();
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task KilledWhilePostsStreamInTheyLoseNothingAndTheNextRunIsLikeAnUndisturbedOne()
    {
        var (earlier, all) = (_undisturbed.File("earlier.jsonl"), _undisturbed.File("all.jsonl"));
        BuiltProgram.Run("sample", "--members", Text(Math.Max(50, _posts / 8)), "--posts", Text(2 * _posts), "--out", all).ShouldBeGood();
        var records = File.ReadAllLines(all);
        File.WriteAllLines(earlier, records.Take(_posts));
        _undisturbed.Mine(earlier, "--source", Source).ShouldBeGood();
        _undisturbed.Mine(all, "--source", Source).ShouldBeGood();

        using var killed = new SharedService(_database.Address);
        killed.Run("mine", earlier, "--source", Source).ShouldBeGood();
        await killed.StartAsync();
        await killed.ConnectAsync();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(killed.StartWorkerAsync));
        await StreamAsync(killed, [.. records.Skip(_posts)]);
        await killed.ReadAllAsync();
        killed.Stop();

        killed.Read(Whole).ShouldBe((records.Length, records.Length, records.Length, records.Length));
        killed.Run("mine", "--json").ShouldBeGood();
        killed.Read(PostTopics).ShouldBe(_undisturbed.Read(PostTopics));
        ShouldBeSure(killed.Read(Confidences), _undisturbed.Read(Confidences));
        killed.Show("segments").ShouldBeGood().Output.ShouldBe(_undisturbed.Segments());
    }

    /// <summary>Pushes the records in small parts, and kills between, each time a random while after a push; one kill after the other in the order of their kinds, so that each has its share.</summary>
    private async Task StreamAsync(SharedService service, string[] records)
    {
        var random = new Random(7);
        var parts = records.Chunk(RecordsOfAPush).ToArray();
        var killAt = Enumerable.Range(0, _kills).Select(_ => random.Next(parts.Length)).Order().Select((part, kill) => (part, kill)).ToLookup(pair => pair.part, pair => pair.kill);
        var killing = Task.CompletedTask;
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var kill in killAt[part])
            {
                await killing;
                killing = KillAsync(service, kill, TimeSpan.FromMilliseconds(random.Next(400)));
            }

            await service.PushAsync(Source, parts[part]);
        }

        await killing;
    }

    private async Task KillAsync(SharedService service, int kill, TimeSpan after)
    {
        await Task.Delay(after);
        output.WriteLine($"kill {kill}: {(kill % Kinds) switch { 0 or 1 => $"worker {kill % Kinds}", 2 => "interface", 3 => "RabbitMQ", _ => "PostgreSQL" }}");
        switch (kill % Kinds)
        {
            case 2:
                service.KillService();
                await service.StartAsync();
                break;
            case 3:
                await RabbitMqServer.KillAsync();
                await RabbitMqServer.StartAsync();
                break;
            case 4:
                await _database.KillAsync();
                await _database.StartAsync();
                break;
            case var worker:
                service.KillWorker(worker);
                await service.StartWorkerAsync(worker);
                break;
        }
    }

    /// <summary>Posts, and how many of them are encoded, annotated and in a topic of the current run, each once.</summary>
    private static (int Posts, int Encoded, int Annotated, int Placed) Whole(WorkspaceContext tables) => (
        tables.Posts.Select(post => new { post.Source, post.ExternalId }).Distinct().Count(),
        tables.Posts.Count(post => !post.NeedsVector && post.Prose != null),
        tables.Posts.Count(post => post.Language != null && tables.Annotations.Count(label => label.PostId == post.Id && label.Kind == "language") == 1),
        tables.PostTopics.Count(place => place.RunId > 0));

    /// <summary>Each post with its language, its topics and its labels, in an order that hangs on the posts alone.</summary>
    private static string[] PostTopics(WorkspaceContext tables)
    {
        var postOf = tables.Posts.ToDictionary(post => post.Id);
        var labelsOf = tables.Annotations.AsEnumerable().OrderBy(label => label.Kind, StringComparer.Ordinal).ThenBy(label => label.Label, StringComparer.Ordinal)
            .ToLookup(label => label.PostId, label => $"{label.Kind}={label.Label}");
        return [.. tables.PostTopics.AsEnumerable().Where(row => row.RunId > 0).Select(row => (Post: postOf[row.PostId], Topic: row))
            .OrderBy(row => row.Post.ExternalId, StringComparer.Ordinal)
            .Select(row => FormattableString.Invariant(
                $"{row.Post.ExternalId} {row.Post.Language} {row.Topic.TopicId} {row.Topic.LeafId} {row.Topic.State} {row.Topic.Strength:R} {string.Join(' ', labelsOf[row.Post.Id])}"))];
    }

    /// <summary>How sure each label of each post is.</summary>
    private static Dictionary<(string Post, string Kind, string Label), double> Confidences(WorkspaceContext tables)
    {
        var postOf = tables.Posts.ToDictionary(post => post.Id, post => post.ExternalId);
        return tables.Annotations.AsEnumerable().ToDictionary(label => (postOf[label.PostId], label.Kind, label.Label), label => label.Confidence);
    }

    // A model's last digits hang a little on the texts that share its batch, and who is killed makes other batches.
    private static void ShouldBeSure(Dictionary<(string Post, string Kind, string Label), double> actual, Dictionary<(string Post, string Kind, string Label), double> expected)
    {
        actual.Keys.ToHashSet().SetEquals(expected.Keys).ShouldBeTrue();
        expected.Max(label => Math.Abs(label.Value - actual[label.Key])).ShouldBeLessThan(0.001);
    }

    private static int Given(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
