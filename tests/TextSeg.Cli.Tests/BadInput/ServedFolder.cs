using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary><c>textseg serve</c> over a data folder, to be killed and started again, and a client that repeats what was not answered.</summary>
internal sealed class ServedFolder : IDisposable
{
    private const int RememberedLines = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the service may give no answer before the test gives up; far more than any start needs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string[] _place;
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";
    private readonly HttpClient _client;
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _told = [];
    private Process _program;

    private ServedFolder(string[] place, string secret, Process program)
    {
        (_place, _program) = (place, program);
        _client = new HttpClient { BaseAddress = new Uri(_address) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    /// <summary>Starts the service; it answers when this returns.</summary>
    /// <param name="place">The options that name the data folder and the database.</param>
    public static async Task<ServedFolder> StartAsync(params string[] place)
    {
        var secret = BuiltProgram.Run(["keys", "add", "test", "--role", "administrator", .. place]).ShouldBeGood().Output.Trim();
        var served = new ServedFolder(place, secret, null!);
        await served.StartAsync();
        return served;
    }

    /// <summary>A client of the service, with an administrator's key.</summary>
    public HttpClient Client => _client;

    /// <summary>kill -9, and a new start.</summary>
    /// <param name="between">What happens in between; null for nothing.</param>
    public async Task KillAndStartAsync(Action? between = null)
    {
        Kill();
        between?.Invoke();
        await StartAsync();
    }

    /// <summary>Fails when the service ended by itself; only while nothing kills it.</summary>
    public void ShouldRun() => _program.HasExited.ShouldBeFalse(string.Join('\n', _told));

    /// <summary>Pushes posts to the workspace of the data folder; again until each is answered.</summary>
    public async Task PushAsync(string source, IReadOnlyList<string> records)
    {
        var silence = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var body = new StringContent(string.Join('\n', records), Encoding.UTF8, "application/x-ndjson");
                using var response = await _client.PostAsync($"/api/v1/workspaces/default/posts?source={source}", body);
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    response.Headers.RetryAfter.ShouldNotBeNull();
                    await Task.Delay(Pause);
                    continue;
                }

                response.StatusCode.ShouldBe(HttpStatusCode.OK, string.Join('\n', _faults));
                var answers = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                answers.Length.ShouldBe(records.Count + 1, "one line for each record and one that counts them");
                return;
            }
            catch (HttpRequestException) when (silence.Elapsed < Patience)
            {
                await Task.Delay(Pause);
            }
            catch (HttpRequestException fault)
            {
                throw new InvalidOperationException($"The service gave no answer for {Patience}. It said last: {string.Join('\n', _told)}", fault);
            }
        }
    }

    public void Dispose()
    {
        Kill();
        _client.Dispose();
    }

    private async Task StartAsync()
    {
        _program = BuiltProgram.Start(["serve", .. _place, "--urls", _address]);
        _program.ErrorDataReceived += (_, line) => Note(line.Data);
        _program.BeginErrorReadLine();
        while (await _program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("TextSeg listens", StringComparison.Ordinal))
            {
                return;
            }
        }

        await _program.WaitForExitAsync();
        throw new InvalidOperationException($"The service ended before it listened: {string.Join('\n', _told)}");
    }

    private void Note(string? line)
    {
        _told.Enqueue(line ?? "");
        while (_told.Count > RememberedLines)
        {
            _told.TryDequeue(out _);
        }

        if (line?.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) == true)
        {
            _faults.Enqueue(line);
        }
    }

    private void Kill()
    {
        _program.Kill();
        _program.WaitForExit();
        _program.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
