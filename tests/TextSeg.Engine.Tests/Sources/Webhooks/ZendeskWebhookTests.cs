using System.Security.Cryptography;
using System.Text;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Webhooks;

namespace TextSeg.Engine.Tests.Sources.Webhooks;

public sealed class ZendeskWebhookTests
{
    private const string Secret = "shared";
    private const string Now = "2026-06-01T12:00:00Z";
    private static readonly byte[] Body = """{"type":"zen:event-type:ticket.created","detail":{"id":"35","subject":"Lamp","description":"the lamp hums","requester_id":"71","created_at":"2026-05-01T10:00:00Z"},"event":{}}"""u8.ToArray();
    private readonly FixedClock _clock = new(2026);

    [Fact]
    public void TheSignatureOfTimeAndBodyFits() => IsSigned(Now, Body).ShouldBeTrue();

    [Theory]
    [InlineData("2026-06-01T11:56:00Z", true)]
    [InlineData("2026-06-01T12:04:00Z", true)]
    [InlineData("2026-06-01T11:54:00Z", false)]
    [InlineData("2026-06-01T12:06:00Z", false)]
    [InlineData("yesterday", false)]
    public void AMessageOfAnotherTimeIsRefused(string timestamp, bool isTaken) => IsSigned(timestamp, Body).ShouldBe(isTaken);

    [Fact]
    public void AnyChangeBreaksIt()
    {
        var signature = Signature(Now, Body);
        ZendeskWebhook.IsSigned(signature, "2026-06-01T12:00:01Z", Body, Secret, _clock).ShouldBeFalse();
        ZendeskWebhook.IsSigned(signature, Now, Body.AsSpan(1), Secret, _clock).ShouldBeFalse();
        ZendeskWebhook.IsSigned(signature, Now, Body, "other", _clock).ShouldBeFalse();
        ZendeskWebhook.IsSigned(null, Now, Body, Secret, _clock).ShouldBeFalse();
        ZendeskWebhook.IsSigned(signature, null, Body, Secret, _clock).ShouldBeFalse();
        ZendeskWebhook.IsSigned("no base64", Now, Body, Secret, _clock).ShouldBeFalse();
        ZendeskWebhook.IsSigned(signature + signature, Now, Body, Secret, _clock).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"type":"zen:event-type:ticket.created","detail":{"id":"35","subject":"Lamp","description":"the lamp hums","requester_id":"71"}}""")]
    [InlineData("""{"ticket":{"id":35,"subject":"Lamp","description":"the lamp hums","requester_id":71}}""")]
    [InlineData("""{"id":35,"subject":"Lamp","description":"the lamp hums","requester_id":71}""")]
    public void TheTicketIsRead(string body)
    {
        var post = ZendeskWebhook.Read("help", Encoding.UTF8.GetBytes(body), _clock)!.Value.Post!;
        (post.ExternalId, post.Title, post.Text, post.Member, post.Kind).ShouldBe(("35", "Lamp", "the lamp hums", "71", PostKind.Ticket));
    }

    [Fact]
    public void EventsOfOtherThingsAreLeftOut() =>
        ZendeskWebhook.Read("help", """{"type":"zen:event-type:user.created","detail":{"id":"1"}}"""u8.ToArray(), _clock).ShouldBeNull();

    [Fact]
    public void ABodyWithoutATicketIsRejected() => ZendeskWebhook.Read("help", "{"u8.ToArray(), _clock)!.Value.Rejected!.Reason.ShouldContain("no ticket of Zendesk");

    private bool IsSigned(string timestamp, byte[] body) => ZendeskWebhook.IsSigned(Signature(timestamp, body), timestamp, body, Secret, _clock);

    private static string Signature(string timestamp, byte[] body) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(timestamp).Concat(body).ToArray()));
}
