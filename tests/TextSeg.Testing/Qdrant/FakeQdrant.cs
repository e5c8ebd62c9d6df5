using System.Collections.Concurrent;

namespace TextSeg.Testing.Qdrant;

/// <summary>
/// A small Qdrant server in this process: the few calls that TextSeg makes, answered as version 1.18 was seen to answer them, with its less pleasant habits:
/// equal scores in no useful order, a threshold that leaves out what lies on it, changes without waiting that are lost, idle connections that are closed.
/// </summary>
public sealed class FakeQdrant : IDisposable
{
    private readonly FakeCollections _collections = new();
    private readonly FakeConnections _connections;
    private readonly Lock _gate = new();

    public FakeQdrant()
    {
        _connections = new FakeConnections(Answer);
    }

    /// <summary>Where it listens.</summary>
    public string Address => _connections.Address;

    /// <summary>The key that may do all; null when none is asked for.</summary>
    public string? Key { get; set; }

    /// <summary>The key that may read.</summary>
    public string? ReadOnlyKey { get; set; }

    /// <summary>Answers in place of the server; null lets the server answer.</summary>
    public Func<FakeRequest, FakeAnswer?>? Instead { get; set; }

    /// <summary>After a request was carried out: whether its answer is lost on the way.</summary>
    public Func<FakeRequest, bool>? LosesAnswerTo { get; set; }

    /// <summary>How long an idle connection lives; a real server's 5 seconds unless set.</summary>
    public TimeSpan IdleLimit
    {
        get => _connections.IdleLimit;
        set => _connections.IdleLimit = value;
    }

    /// <summary>Connections that were opened so far.</summary>
    public int Connections => _connections.Opened;

    /// <summary>Searches that do not ask for exactness miss every second hit.</summary>
    public bool MissesHits
    {
        set => _collections.MissesHits = value;
    }

    /// <summary>Changes can be seen only after so many more requests, and are answered with wait_timeout.</summary>
    public int ShowsAfter
    {
        set => _collections.ShowsAfter = value;
    }

    /// <summary>Takes vectors without looking at them: for measuring the client.</summary>
    public bool Swallows { get; set; }

    /// <summary>All requests, in the order they came.</summary>
    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    /// <summary>Cuts the next upload after so many bytes of its body.</summary>
    public void CutUploadAfter(int bytes) => _connections.CutUploadAfter = bytes;

    /// <summary>Closes all connections and takes no new ones; what is stored stays.</summary>
    public void GoAway() => _connections.Close();

    /// <summary>Takes connections again.</summary>
    public void ComeBack() => _connections.Listen();

    public void Dispose() => _connections.Dispose();

    private FakeAnswer Answer(FakeRequest request)
    {
        Requests.Enqueue(request with { Body = Swallows ? [] : request.Body });
        if (Instead?.Invoke(request) is { } other)
        {
            return other;
        }

        if (Refusal(request) is { } refusal)
        {
            return refusal;
        }

        if (Swallows && request is { Method: "PUT" } && request.Path.EndsWith("/points", StringComparison.Ordinal))
        {
            return FakeAnswer.Good(new { operation_id = 1, status = "completed" });
        }

        lock (_gate)
        {
            var answer = _collections.Answer(request);
            return LosesAnswerTo?.Invoke(request) == true ? FakeAnswer.Lost : answer;
        }
    }

    private FakeAnswer? Refusal(FakeRequest request)
    {
        if (Key is null || request.Path == "/")
        {
            return null;
        }

        var given = request.Headers.GetValueOrDefault("api-key");
        if (given != Key && (given is null || given != ReadOnlyKey))
        {
            return new FakeAnswer(401, given is null ? "A key is needed." : "That key is not known.");
        }

        var isChange = request.Method is "PUT" or "DELETE" || request.Path.EndsWith("/delete", StringComparison.Ordinal) || request.Path == "/collections/aliases";
        return isChange && given != Key ? FakeAnswer.Bad(403, "Forbidden: Global manage access is required") : null;
    }
}
