using System.Text.Json;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Pulling.Discourse;

/// <summary>Reads posts as Discourse writes them, in lists and in webhooks alike.</summary>
internal static class DiscoursePosts
{
    private const long RegularPost = 1;

    /// <summary>A post; null for what nobody wrote, such as the note that a topic was closed.</summary>
    /// <exception cref="JsonException">The element is no post.</exception>
    public static SourceRow? Read(string source, JsonElement element, TimeWindow window)
    {
        var id = element.Number("id") ?? throw new JsonException("The post has no id.");
        if ((element.Number("post_type") ?? RegularPost) != RegularPost)
        {
            return null;
        }

        if ((element.Text("raw") ?? element.Text("cooked")) is not { } text)
        {
            return SourceRow.Reject(source, id, "The text is empty.");
        }

        var member = element.Text("username");
        return SourceRow.Of(new RawPost
        {
            Source = source,
            Line = id,
            ExternalId = element.Text("id")!,
            Text = text,
            Title = element.Text("topic_title"),
            Member = element.Text("user_id") ?? member,
            MemberName = member ?? element.Text("name"),
            Time = WrittenTime.Read(element.Text("created_at"), window),
            Thread = element.Text("topic_id"),
            ThreadPosition = element.Text("post_number"),
            ReplyTo = element.Text("reply_to_post_number"),
            ReplyToIsPosition = true,
            Kind = PostKind.Forum,
        });
    }
}
