using System.Globalization;
using System.Text;
using System.Text.Json;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Sources.Pulling.Zendesk;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Webhooks;

/// <summary>What Zendesk sends when something happens to a ticket.</summary>
public static class ZendeskWebhook
{
    /// <summary>Header with the signature: the HMAC-SHA256 of time stamp and body, in Base64.</summary>
    public const string SignatureHeader = "X-Zendesk-Webhook-Signature";

    /// <summary>Header with the time of sending, ISO 8601.</summary>
    public const string TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp";

    private const string Prefix = "zen:event-type:ticket.";

    /// <summary>How old a message may be, and how far in the future: a copy sent again later is refused. 5 minutes.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromMinutes(5);

    /// <summary>Whether the account that knows the secret sent this body just now.</summary>
    /// <param name="signature">Value of <see cref="SignatureHeader"/>; null when it is absent.</param>
    /// <param name="timestamp">Value of <see cref="TimestampHeader"/>; null when it is absent.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="secret">The signing secret of the webhook; an empty one fits nothing.</param>
    /// <param name="clock">Tells how old the message is.</param>
    public static bool IsSigned(string? signature, string? timestamp, ReadOnlySpan<byte> body, string secret, TimeProvider clock)
    {
        Span<byte> given = stackalloc byte[32];
        return signature is not null && timestamp is not null
            && Convert.TryFromBase64String(signature, given, out var length) && length == given.Length
            && WebhookSignature.Fits(given, secret, Encoding.UTF8.GetBytes(timestamp), body)
            && DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent)
            && (clock.GetUtcNow() - sent).Duration() <= MostAge;
    }

    /// <summary>What a message says: a ticket written, changed or deleted.</summary>
    /// <inheritdoc cref="Read"/>
    public static WebhookMessage Understand(string source, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.Text("type") is Prefix + "soft_deleted" or Prefix + "permanently_deleted" or Prefix + "marked_as_spam" && json.RootElement.Part("detail")?.Text("id") is { } id)
            {
                return new WebhookMessage { Removed = new RemovedItem(id, IsThread: false) };
            }

            return new WebhookMessage { Row = Read(source, body, clock), IsRecovered = json.RootElement.Text("type") == Prefix + "undeleted" };
        }
        catch (JsonException)
        {
            return new WebhookMessage { Row = Read(source, body, clock) };
        }
    }

    /// <summary>The ticket of an event (its <c>detail</c>), or of a body that a trigger wrote as <c>ticket</c> or as the whole; null for the events of other things.</summary>
    /// <param name="source">Name of the source: the one under which the account is pulled, so that a ticket is known by both ways.</param>
    /// <param name="body">The body.</param>
    /// <param name="clock">Tells which times are plausible.</param>
    public static SourceRow? Read(string source, ReadOnlyMemory<byte> body, TimeProvider clock)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var isOther = root.Text("type") is { } type && type.StartsWith("zen:event-type:", StringComparison.Ordinal) && !type.StartsWith(Prefix, StringComparison.Ordinal);
            return isOther ? null : ZendeskTickets.Read(source, root.Part("detail") ?? root.Part("ticket") ?? root, new TimeWindow(clock));
        }
        catch (JsonException)
        {
            return SourceRow.Reject(source, 1, "The body holds no ticket of Zendesk.");
        }
    }
}
