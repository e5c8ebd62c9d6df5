using System.Net;
using System.Text.Json;
using System.Xml;
using Polly;
using Polly.Retry;
using TextSeg.Engine.Outbound;

namespace TextSeg.Engine.Sources.Pulling.Fetching;

/// <summary>Gets pages over HTTP: again after a while where that may help, never sooner than the server asks for, and never more bytes than allowed.</summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly RedirectingClient _client;
    private readonly ResiliencePipeline _pipeline;

    public PageFetcher(FetchOptions options, TimeProvider clock)
    {
        (_options, _clock, _client) = (options, clock, new RedirectingClient(options.AllowPrivateAddresses));
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        _pipeline = options.Attempts > 1 ? builder.AddRetry(Retry(options)).Build() : builder.Build();
    }

    /// <summary>Gets a page and reads it; one that cannot be read counts as broken.</summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="read">Takes the answer apart; <see cref="JsonException"/>, <see cref="XmlException"/> and <see cref="FormatException"/> mean that it is broken.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="FetchException">The page did not come, after all attempts.</exception>
    public async Task<T> GetAsync<T>(PageRequest request, Func<FetchedPage, T> read, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await GetOnceAsync(request, read, token), cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<T> GetOnceAsync<T>(PageRequest request, Func<FetchedPage, T> read, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        var host = request.Address.Host;
        try
        {
            using var response = await _client.SendAsync(request, limit.Token);
            if (AnswerFault.Of(response, request, _clock) is { } fault)
            {
                throw fault;
            }

            return read(await PageAsync(response, host, limit.Token));
        }
        catch (Exception unreadable) when (unreadable is JsonException or XmlException or FormatException)
        {
            throw new FetchException(FetchFault.Broken, $"{host} sent a page that cannot be read.", unreadable);
        }
        catch (Exception hidden) when (PrivateAddressException.IsBehind(hidden))
        {
            throw new FetchException(FetchFault.Refused, PrivateAddressException.Sentence, hidden);
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            throw new FetchException(FetchFault.Away, $"{host} cannot be reached: check the address and the network.", away);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFault.Away, $"{host} did not answer within {_options.Timeout.TotalSeconds:0} seconds.");
        }
    }

    private async Task<FetchedPage> PageAsync(HttpResponseMessage response, string host, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > _options.MostBytes)
            {
                throw new FetchException(FetchFault.Broken, $"{host} sent a page of more than {_options.MostBytes:N0} bytes.") { IsFinal = true };
            }

            body.Write(buffer, 0, read);
        }

        return new FetchedPage(response.StatusCode, body.ToArray(), response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R"));
    }

    private static RetryStrategyOptions Retry(FetchOptions options) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<FetchException>(failure => !failure.IsFinal && !(failure.RetryAfter > options.LongestWait)),
        MaxRetryAttempts = options.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstWait,
        MaxDelay = options.LongestWait,
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as FetchException)?.RetryAfter),
    };
}
