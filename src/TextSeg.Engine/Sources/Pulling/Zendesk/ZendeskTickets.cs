using System.Text.Json;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Pulling.Zendesk;

/// <summary>Reads tickets as Zendesk writes them, in exports and in webhooks alike: the subject and what the customer wrote first.</summary>
internal static class ZendeskTickets
{
    /// <exception cref="JsonException">The element is no ticket.</exception>
    public static SourceRow Read(string source, JsonElement element, TimeWindow window)
    {
        var id = element.Number("id") ?? throw new JsonException("The ticket has no id.");
        var subject = element.Text("raw_subject") ?? element.Text("subject");
        if ((element.Text("description") ?? subject) is not { } text)
        {
            return SourceRow.Reject(source, id, "The text is empty.");
        }

        return SourceRow.Of(new RawPost
        {
            Source = source,
            Line = id,
            ExternalId = element.Text("id")!,
            Text = text,
            Title = subject,
            Member = element.Text("requester_id"),
            Time = WrittenTime.Read(element.Text("created_at"), window),
            Thread = element.Text("id"),
            Kind = PostKind.Ticket,
        });
    }
}
