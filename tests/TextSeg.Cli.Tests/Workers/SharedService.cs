using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using TextSeg.Engine.Storage;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Cli.Tests.Workers;

/// <summary>
/// <c>textseg serve --no-work</c> and workers beside it, each a process with a data folder of its own, over PostgreSQL, RabbitMQ and a small server of Qdrant's kind. All may be killed and started again;
/// the client repeats what was not answered.
/// </summary>
internal sealed class SharedService : IDisposable
{
    /// <summary>The workspace that the command line mines and the service serves.</summary>
    public const string Workspace = "shared";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the interface may give no answer before the test gives up; far more than any start needs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly PostgreSqlDatabase? _own;
    private readonly string _database;
    private readonly FakeQdrant _vectors = new();
    private readonly string _bus = RabbitMqServer.AddressOrSkip();
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";
    private readonly List<Process?> _workers = [];
    private readonly HttpClient _client;
    private Process? _service;

    /// <param name="database">PostgreSQL's address; null for a database of its own on the server of the tests.</param>
    public SharedService(string? database = null)
    {
        _own = database is null ? PostgreSqlDatabase.MakeOrSkip() : null;
        _database = database ?? _own!.Address;
        _client = new HttpClient { BaseAddress = new Uri(_address) };
        Variables = new Dictionary<string, string> { ["XDG_DATA_HOME"] = _folder.File("models") };
    }

    /// <summary>Variables of all processes.</summary>
    public Dictionary<string, string> Variables { get; }

    /// <summary>Threads of each worker's models.</summary>
    public int Threads { get; init; } = 1;

    public string File(string name) => _folder.File(name);

    /// <summary>Runs a verb over the workspace, while no process of the service is there.</summary>
    public ProgramResult Run(string verb, params string[] arguments) =>
        BuiltProgram.RunWith(Variables, [verb, .. arguments, "--data", _folder.File(Workspace), "--database", _database, "--vectors", _vectors.Address]);

    /// <summary>What a verb prints of the workspace that looks at tables alone.</summary>
    public ProgramResult Show(string verb) => BuiltProgram.RunWith(Variables, verb, "--json", "--data", _folder.File(Workspace), "--database", _database);

    /// <summary>Starts the interface; it answers when this returns.</summary>
    public async Task StartAsync()
    {
        _service = Start("serve", "--no-work", "--data", _folder.File("service"), "--urls", _address);
        await SaysAsync(_service, "TextSeg listens");
    }

    /// <summary>Gives the client a key, and makes the workspace known; once, after the first start.</summary>
    public async Task ConnectAsync()
    {
        var key = BuiltProgram.RunWith(Variables, ["keys", "add", "test", "--role", "administrator", .. Place(_folder.File("service"))[..^2]]).ShouldBeGood();
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Output.Trim());
        (await _client.PostAsJsonAsync("/api/v1/workspaces", new { name = Workspace })).EnsureSuccessStatusCode();
    }

    /// <summary>Starts a worker; it works when this returns.</summary>
    public async Task StartWorkerAsync(int number)
    {
        while (_workers.Count <= number)
        {
            _workers.Add(null);
        }

        _workers[number] = Start("worker", "--data", _folder.File($"worker{number}"), "--threads", Threads.ToString(CultureInfo.InvariantCulture));
        await SaysAsync(_workers[number]!, "TextSeg works");
    }

    /// <summary>kill -9 of a worker.</summary>
    public void KillWorker(int number)
    {
        Kill(_workers[number]);
        _workers[number] = null;
    }

    /// <summary>kill -9 of the interface.</summary>
    public void KillService()
    {
        Kill(_service);
        _service = null;
    }

    /// <summary>Pushes posts; again until each is answered.</summary>
    public async Task PushAsync(string source, IReadOnlyList<string> records)
    {
        var silence = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var body = new StringContent(string.Join('\n', records), Encoding.UTF8, "application/x-ndjson");
                using var response = await _client.PostAsync($"/api/v1/workspaces/{Workspace}/posts?source={source}", body);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    var answers = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                    answers.Length.ShouldBe(records.Count + 1, "one line for each record and one that counts them");
                    return;
                }

                response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, await response.Content.ReadAsStringAsync());
            }
            catch (Exception fault) when (fault is (HttpRequestException or IOException) && silence.Elapsed < Patience)
            {
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Reads the tables of the workspace.</summary>
    public T Read<T>(Func<WorkspaceContext, T> read)
    {
        using var workspace = TextSeg.Engine.Storage.Workspace.OpenToRead(new WorkspaceAddress(_folder.File(Workspace)) { Server = DatabaseAddress.Parse(_database, DatabaseAddress.SchemaOf(Workspace)) });
        using var context = workspace.CreateContext();
        return read(context);
    }

    /// <summary>Waits until no post waits for its stages.</summary>
    public async Task ReadAllAsync()
    {
        while (Read(tables => tables.Waiting.Any()))
        {
            _workers.Append(_service).OfType<Process>().ShouldAllBe(program => !program.HasExited, "the service and its workers run until they are stopped");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Ends all processes.</summary>
    public void Stop()
    {
        KillService();
        _workers.ForEach(Kill);
        _workers.Clear();
    }

    public void Dispose()
    {
        Stop();
        _client.Dispose();
        _vectors.Dispose();
        _own?.Dispose();
        _folder.Dispose();
    }

    private Process Start(string verb, params string[] arguments) => BuiltProgram.StartWith(Variables, [verb, .. arguments, .. Place(null)]);

    private string[] Place(string? data) =>
        [.. data is null ? Array.Empty<string>() : ["--data", data], "--database", _database, "--vectors", "qdrant", "--vectors-address", _vectors.Address, "--bus", _bus];

    private static async Task SaysAsync(Process program, string start)
    {
        var told = new StringBuilder();
        program.ErrorDataReceived += (_, line) => told.AppendLine(line.Data);
        program.BeginErrorReadLine();
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                _ = program.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        // Whatever it needs may be away just now; whoever keeps it running starts it again.
        await program.WaitForExitAsync();
        throw new InvalidOperationException($"It ended by itself: {told}");
    }

    private static void Kill(Process? program)
    {
        if (program is not null)
        {
            program.Kill();
            program.WaitForExit();
            program.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
