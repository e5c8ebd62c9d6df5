using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Status;

namespace TextSeg.Cli;

/// <summary>How a service says it is.</summary>
internal sealed record ServiceHealth(string Status, IReadOnlyList<string> Reasons);

/// <summary>Asks a running service.</summary>
internal sealed class ServiceClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient _client;

    /// <exception cref="JobException">The address is none.</exception>
    public ServiceClient(string url, string? key)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new JobException("--url is no address: write one such as http://127.0.0.1:5080.") { IsWrongUse = true };
        }

        HasKey = !string.IsNullOrEmpty(key);
        _client = new HttpClient { BaseAddress = address, Timeout = Patience };
        _client.DefaultRequestHeaders.Authorization = HasKey ? new AuthenticationHeaderValue("Bearer", key) : null;
    }

    /// <summary>Whether there is a key to ask with.</summary>
    public bool HasKey { get; }

    /// <summary>Whether it can do its work, and if not, why.</summary>
    /// <exception cref="JobException">It does not answer.</exception>
    public Task<ServiceHealth> HealthAsync(CancellationToken cancellation) => AskAsync<ServiceHealth>("/health/ready", cancellation);

    /// <summary>How it is.</summary>
    /// <exception cref="JobException">It does not answer, or does not take the key.</exception>
    public Task<ServiceStatus> StatusAsync(CancellationToken cancellation) => AskAsync<ServiceStatus>("/api/v1/status", cancellation);

    public void Dispose() => _client.Dispose();

    private async Task<T> AskAsync<T>(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? throw new JobException("The service does not take this key: textseg keys add makes one.") { IsWrongUse = true }
                : await answer.Content.ReadFromJsonAsync<T>(JsonOutput.Line, cancellation) ?? throw new JobException(Silent());
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new JobException(Silent(), fault);
        }
    }

    private string Silent() => $"No service of this kind answers at {_client.BaseAddress}: look whether it runs, or read its data folder with textseg status --data DIR.";
}
