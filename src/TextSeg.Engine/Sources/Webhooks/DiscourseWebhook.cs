using System.Text.Json;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Sources.Pulling.Discourse;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Webhooks;

/// <summary>What a Discourse forum sends when something happens in it.</summary>
public static class DiscourseWebhook
{
    /// <summary>Header with the signature: <c>sha256=</c> and the HMAC-SHA256 of the body in hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Discourse-Event-Signature";

    /// <summary>Header with the name of the event, such as <c>post_created</c>.</summary>
    public const string EventHeader = "X-Discourse-Event";

    private const string Prefix = "sha256=";

    /// <summary>Whether the forum that knows the secret sent this body.</summary>
    /// <param name="signature">Value of <see cref="SignatureHeader"/>; null when it is absent.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="secret">The secret of the webhook; an empty one fits nothing.</param>
    public static bool IsSigned(string? signature, ReadOnlySpan<byte> body, string secret)
    {
        Span<byte> given = stackalloc byte[32];
        return signature is not null && signature.Length == Prefix.Length + 64 && signature.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.FromHexString(signature.AsSpan(Prefix.Length), given, out _, out _) == System.Buffers.OperationStatus.Done
            && WebhookSignature.Fits(given, secret, body, []);
    }

    /// <summary>What a message says: a post written, changed, deleted or back again, or a thread deleted.</summary>
    /// <inheritdoc cref="Read"/>
    public static WebhookMessage Understand(string source, string? eventName, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        var message = new WebhookMessage { Row = Read(source, eventName, body, clock), IsRecovered = eventName == "post_recovered" };
        try
        {
            using var json = JsonDocument.Parse(body);
            var (post, topic) = (json.RootElement.Part("post"), json.RootElement.Part("topic"));
            return eventName switch
            {
                "post_destroyed" when post?.Text("id") is { } id => message with { Removed = new RemovedItem(id, IsThread: false), At = Time(post.Value, "deleted_at", clock) },
                "topic_destroyed" when topic?.Text("id") is { } id => message with { Removed = new RemovedItem(id, IsThread: true), At = Time(topic.Value, "deleted_at", clock) },
                "post_created" or "post_edited" when post is { } written => message with { At = Time(written, "updated_at", clock) },
                _ => message,
            };
        }
        catch (JsonException)
        {
            return message;
        }
    }

    private static DateTimeOffset? Time(JsonElement element, string name, TimeProvider clock) => WrittenTime.Read(element.Text(name), new TimeWindow(clock));

    /// <summary>The post that was written or changed; null when the event is about something else, or about a personal message.</summary>
    /// <param name="source">Name of the source: the one under which the forum is pulled, so that a post is known by both ways.</param>
    /// <param name="eventName">Value of <see cref="EventHeader"/>.</param>
    /// <param name="body">The body.</param>
    /// <param name="clock">Tells which times are plausible.</param>
    public static SourceRow? Read(string source, string? eventName, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        if (eventName is not ("post_created" or "post_edited" or "post_recovered"))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            var post = json.RootElement.Part("post") ?? throw new JsonException("The post is missing.");
            return post.Text("topic_archetype") == "private_message" ? null : DiscoursePosts.Read(source, post, new TimeWindow(clock));
        }
        catch (JsonException)
        {
            return SourceRow.Reject(source, 1, "The body holds no post of Discourse.");
        }
    }
}
