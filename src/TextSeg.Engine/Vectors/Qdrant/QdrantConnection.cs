using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// Requests to one Qdrant server. One for a process; thread-safe. Every request may be sent twice without harm (writes carry their ids and whole values), so one whose connection broke
/// is sent again, and so is one that a busy server asks to wait with.
/// </summary>
public sealed class QdrantConnection : IDisposable
{
    /// <summary>The server closes an idle connection after 5 seconds; one that may just be closing is not used again.</summary>
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(3);

    /// <summary>The server's own limit ends first and says so; the client's is for servers that say nothing.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(5);

    /// <summary>The first version whose collections carry metadata, by which TextSeg knows its own.</summary>
    private static readonly Version OldestServer = new(1, 16);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<QdrantAnswer> _pipeline;

    /// <exception cref="ArgumentException">Says every fault of the options.</exception>
    public QdrantConnection(QdrantOptions options, TimeProvider? clock = null)
        : this(options, clock ?? TimeProvider.System, NetworkHandler(Checked(options)))
    {
    }

    internal QdrantConnection(QdrantOptions options, TimeProvider clock, HttpMessageHandler handler)
    {
        (Options, Clock) = (Checked(options), clock);
        var address = options.Address.TrimEnd('/');
        Faults = new QdrantFaults(address);
        _client = new HttpClient(handler) { BaseAddress = new Uri(address + "/"), Timeout = Timeout.InfiniteTimeSpan };
        if (options.ApiKey is { } key)
        {
            _client.DefaultRequestHeaders.Add("api-key", key);
        }

        _pipeline = Pipeline(options, clock);
    }

    internal QdrantOptions Options { get; }

    internal TimeProvider Clock { get; }

    internal QdrantFaults Faults { get; }

    public void Dispose() => _client.Dispose();

    /// <summary>Looks whether the server is there, takes the key and is new enough; gives its version.</summary>
    /// <exception cref="VectorStoreException">It is not; the message says why.</exception>
    public async Task<string> CheckAsync(CancellationToken cancellationToken = default)
    {
        var root = QdrantRequest.Get("", "to tell its version", Options.ReadTimeout);
        var (answer, list) = (await SendAsync(root, cancellationToken), QdrantRequest.Get("collections", "to list collections", Options.ReadTimeout));
        var version = answer.IsGood ? answer.Version() ?? throw Faults.Unreadable(root.Purpose) : throw Faults.Refused(answer, root.Purpose);
        if (Version.TryParse(version.Split('-')[0], out var number) && number < OldestServer)
        {
            throw Faults.TooOld(version, OldestServer);
        }

        // The root path needs no key, the list of collections does.
        return await SendAsync(list, cancellationToken) is { IsGood: false } refused ? throw Faults.Refused(refused, list.Purpose) : version;
    }

    /// <summary>Sends a request and gives the answer, good or bad.</summary>
    /// <exception cref="VectorStoreException">There is none, after all attempts.</exception>
    internal async Task<QdrantAnswer> SendAsync(QdrantRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await SendOnceAsync(request, token), cancellationToken);
        }
        catch (HttpRequestException cause)
        {
            throw Faults.Away(cause);
        }
    }

    private async ValueTask<QdrantAnswer> SendOnceAsync(QdrantRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.PathAndQuery);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        }

        using var patience = new CancellationTokenSource(request.Limit + Courtesy, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(message, either.Token);
            return new QdrantAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), Wait(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler reports a connection that takes too long as a cancellation too.
            throw patience.IsCancellationRequested ? Faults.Slow(request.Limit, cause) : new HttpRequestException("No connection in time.", cause);
        }
    }

    private static QdrantOptions Checked(QdrantOptions options) =>
        options.Faults() is { Count: > 0 } faults ? throw new ArgumentException(string.Join(' ', faults), nameof(options)) : options;

    private TimeSpan? Wait(RetryConditionHeaderValue? asked) =>
        asked?.Delta ?? (asked?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - Clock.GetUtcNow()).Ticks)) : null);

    private static ResiliencePipeline<QdrantAnswer> Pipeline(QdrantOptions options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<QdrantAnswer> { TimeProvider = clock };
        return options.Attempts == 1 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<QdrantAnswer>
        {
            ShouldHandle = new PredicateBuilder<QdrantAnswer>().Handle<HttpRequestException>()
                .HandleResult(answer => answer.MayPass && !(answer.RetryAfter > options.LongestWait)),
            MaxRetryAttempts = options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstWait,
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
        }).Build();
    }

    private static SocketsHttpHandler NetworkHandler(QdrantOptions options) => new()
    {
        PooledConnectionIdleTimeout = IdleConnection,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = options.ConnectTimeout,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
    };
}
