using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Server;

namespace TextSeg.Cli.Trials;

/// <summary><c>textseg serve</c> as a process of its own over a data folder, on a free port of this machine, with an administrator's client.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private const string Listens = "TextSeg listens on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process _process;

    private ServedProcess(Process process, HttpClient client) => (_process, Client) = (process, client);

    /// <summary>A client with a key that may do all.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts the service; it listens when this returns.</summary>
    /// <exception cref="JobException">It did not start.</exception>
    public static async Task<ServedProcess> StartAsync(string data, CancellationToken cancellationToken, string? bus = null)
    {
        var given = new Dictionary<string, string?> { [nameof(ServiceOptions.Data)] = data };
        var (secret, _) = await new AccessKeys(ServiceConfiguration.OpenCatalog(given), TimeProvider.System).CreateAsync(new NewAccessKey(AccessKeyKind.Key, "trial", Role.Administrator), cancellationToken);
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", "--data", data, "--urls", "http://127.0.0.1:0", .. bus is null ? Array.Empty<string>() : ["--bus", bus]]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TEXTSEG_REQUESTSPERMINUTE"] = "1000000";
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Listens, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
                var client = new HttpClient { BaseAddress = new Uri(line[Listens.Length..line.IndexOf(';', StringComparison.Ordinal)]), Timeout = Timeout.InfiniteTimeSpan };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
                return new ServedProcess(process, client);
            }
        }

        throw new JobException("The service did not start: run textseg serve to see why.");
    }

    /// <summary>The most memory that it held at a time, in MB of 1,048,576 bytes: VmHWM on Linux.</summary>
    public double PeakMegabytes()
    {
        _process.Refresh();
        return _process.PeakWorkingSet64 / 1048576.0;
    }

    /// <summary>Processor time that it used.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Reads an answer as JSON.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await Client.GetStringAsync(path, cancellationToken));
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using (var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await stop.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
