using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine;
using TextSeg.Mining;

namespace TextSeg.Cli.Trials;

/// <summary>The workspace of a trial, as a client of the service sees it.</summary>
internal sealed class TrialWorkspace
{
    /// <summary>Its place in the interface.</summary>
    public const string Root = $"/api/v1/workspaces/{Name}";

    private const string Name = "trial";
    private const int BodyBytes = 16 << 20;
    private readonly ServedProcess _service;

    private TrialWorkspace(ServedProcess service) => _service = service;

    /// <summary>Its folder within the data folder of the service.</summary>
    public static string FolderIn(string data) => Path.Combine(data, "workspaces", Name);

    /// <summary>Makes the workspace.</summary>
    public static async Task<TrialWorkspace> CreateAsync(ServedProcess service, CancellationToken cancellationToken)
    {
        (await service.Client.PostAsJsonAsync("/api/v1/workspaces", new { name = Name }, cancellationToken)).EnsureSuccessStatusCode();
        return new TrialWorkspace(service);
    }

    /// <summary>Pushes some of the records, in bodies of at most 16 MiB.</summary>
    /// <returns>How many were answered as stored.</returns>
    public async Task<long> PushAsync(IReadOnlyList<byte[]> records, int from, int to, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var stored = 0L;
        for (var next = from; next < to;)
        {
            using var body = new MemoryStream();
            for (; next < to && body.Length + records[next].Length < BodyBytes; next++)
            {
                body.Write(records[next]);
                body.WriteByte((byte)'\n');
            }

            body.Position = 0;
            using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/posts?source=trial") { Content = new StreamContent(body) };
            request.Content.Headers.ContentType = new("application/x-ndjson");
            using var response = await _service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            var last = "";
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                last = line;
            }

            using var summary = JsonDocument.Parse(last);
            stored += summary.RootElement.GetProperty("added").GetInt64();
            progress?.Report(new StageProgress("push", next - from, to - from));
        }

        return stored;
    }

    /// <summary>Finds topics and segments, and waits for them.</summary>
    /// <exception cref="JobException">The run failed.</exception>
    public async Task MineAsync(CancellationToken cancellationToken)
    {
        using var answer = await _service.Client.PostAsync(Root + "/runs", null, cancellationToken);
        var run = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var told = await _service.Client.GetStringAsync($"{Root}/runs/{run.GetProperty("id")}/progress", cancellationToken);
        if (!told.Contains("\"state\":\"finished\"", StringComparison.Ordinal))
        {
            throw new JobException("The posts before the trial could not be mined.");
        }
    }
}
