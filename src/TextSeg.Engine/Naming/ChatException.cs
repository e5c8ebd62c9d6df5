namespace TextSeg.Engine.Naming;

/// <summary>A chat endpoint that gave no usable answer. The message never holds what was sent, what came back, or the key.</summary>
public sealed class ChatException(string message) : Exception(message)
{
    /// <summary>HTTP status; 0 where none came.</summary>
    public int Status { get; init; }

    /// <summary>How long the endpoint asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same question may be answered a little later.</summary>
    public bool MayPass { get; init; }

    /// <summary>Whether no other question will be answered in this run either.</summary>
    public bool EndsRun { get; init; }

    /// <summary>Whether the endpoint does not take the form of the question, as older servers do with a schema.</summary>
    public bool IsRefusedForm => Status is 400 or 422;

    /// <summary>What a status means.</summary>
    internal static ChatException OfStatus(int status, TimeSpan? retryAfter)
    {
        var mayPass = status is 0 or 408 or 429 or >= 500;
        var message = status == 0 ? "The chat endpoint cannot be reached." : $"The chat endpoint answered with status {status}{Advice(status)}.";
        return new ChatException(message) { Status = status, RetryAfter = retryAfter, MayPass = mayPass, EndsRun = !mayPass };
    }

    private static string Advice(int status) => status switch
    {
        401 or 403 => ": check the key in TEXTSEG_CHAT_KEY",
        404 => ": check the address and the model's name",
        429 => ", as it is busy or its limit is reached",
        _ => "",
    };
}
