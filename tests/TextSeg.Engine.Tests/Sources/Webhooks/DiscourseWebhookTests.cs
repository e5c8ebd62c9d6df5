using System.Security.Cryptography;
using System.Text;
using TextSeg.Engine.Sources.Webhooks;

namespace TextSeg.Engine.Tests.Sources.Webhooks;

public sealed class DiscourseWebhookTests
{
    private const string Secret = "shared";
    private static readonly byte[] Body = """{"post":{"id":31,"username":"ann","user_id":4,"raw":"the lamp hums","topic_id":3,"post_number":2,"created_at":"2026-05-01T10:00:00Z"}}"""u8.ToArray();
    private readonly FixedClock _clock = new(2026);

    [Fact]
    public void TheSignatureOfTheBodyFits() => DiscourseWebhook.IsSigned(Signature(Body), Body, Secret).ShouldBeTrue();

    [Fact]
    public void AnyChangeOfTheBodyOrTheSecretBreaksIt()
    {
        DiscourseWebhook.IsSigned(Signature(Body), [.. Body, (byte)' '], Secret).ShouldBeFalse();
        DiscourseWebhook.IsSigned(Signature(Body), Body, "other").ShouldBeFalse();
        DiscourseWebhook.IsSigned("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), Body)), Body, "").ShouldBeFalse("an empty secret fits nothing");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=zz00000000000000000000000000000000000000000000000000000000000000")]
    public void ASignatureOfAnotherFormIsNone(string? signature) => DiscourseWebhook.IsSigned(signature, Body, Secret).ShouldBeFalse();

    [Theory]
    [InlineData("post_created")]
    [InlineData("post_edited")]
    public void ThePostIsRead(string eventName)
    {
        var post = DiscourseWebhook.Read("forum", eventName, Body, _clock)!.Value.Post!;
        (post.Source, post.ExternalId, post.Text, post.Member, post.Thread, post.ThreadPosition).ShouldBe(("forum", "31", "the lamp hums", "4", "3", "2"));
    }

    [Fact]
    public void OtherEventsAndPersonalMessagesAreLeftOut()
    {
        DiscourseWebhook.Read("forum", "topic_created", Body, _clock).ShouldBeNull();
        DiscourseWebhook.Read("forum", "post_destroyed", Body, _clock).ShouldBeNull();
        DiscourseWebhook.Read("forum", "post_created", """{"post":{"id":1,"raw":"psst","topic_archetype":"private_message"}}"""u8.ToArray(), _clock).ShouldBeNull();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"post\":1}")]
    [InlineData("{\"post\":{\"raw\":\"x\"}}")]
    public void ABodyWithoutAPostIsRejected(string body) =>
        DiscourseWebhook.Read("forum", "post_created", Encoding.UTF8.GetBytes(body), _clock)!.Value.Rejected!.Reason.ShouldContain("no post of Discourse");

    private static string Signature(byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
}
