using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextSeg.Engine.Samples;

/// <summary>
/// Writes a sample as JSON Lines in UTF-8. The posts hold id, member, member_name, time, kind, thread, title, reply_to, rating and text
/// (fields without a value are left out). The truth holds one "record" a line: first segments, topics and the rise,
/// then the members, then one for each post.
/// </summary>
public static class SampleWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all posts and, where a stream is given, the truth; memory stays bounded whatever the number of posts.</summary>
    public static void Write(SampleCommunity community, Stream posts, Stream? truth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(community);
        using var postLines = new Lines(posts);
        using var truthLines = truth is null ? null : new Lines(truth);
        if (truthLines is not null)
        {
            WriteTruth(community.Truth, truthLines);
        }

        foreach (var post in community.Posts(cancellationToken))
        {
            postLines.Write(json => WritePost(json, post));
            truthLines?.Write(json => WritePostTruth(json, post));
        }
    }

    private static void WritePost(Utf8JsonWriter json, SamplePost post)
    {
        json.WriteString("id", post.Id);
        json.WriteString("member", post.Member);
        json.WriteString("member_name", post.MemberName);
        json.WriteString("time", post.Time);
        json.WriteString("kind", post.Kind);
        WriteIfAny(json, "thread", post.Thread);
        json.WriteString("title", post.Title);
        WriteIfAny(json, "reply_to", post.ReplyTo);
        if (post.Rating is { } rating)
        {
            json.WriteNumber("rating", rating);
        }

        json.WriteString("text", post.Text);
    }

    private static void WritePostTruth(Utf8JsonWriter json, SamplePost post)
    {
        json.WriteString("record", "post");
        json.WriteString("id", post.Id);
        json.WriteString("topic", post.Truth.Topic);
        json.WriteString("mood", post.Truth.Mood);
        json.WriteString("intent", post.Truth.Intent);
        json.WriteString("urgency", post.Truth.Urgency);
        json.WriteString("language", post.Truth.Language);
        WriteIfAny(json, "duplicate_group", post.Truth.DuplicateGroup);
        json.WriteStartArray("personal_data");
        foreach (var span in post.Truth.PersonalData)
        {
            json.WriteStartObject();
            json.WriteString("kind", span.Kind);
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTruth(SampleTruth truth, Lines lines)
    {
        foreach (var segment in truth.Segments)
        {
            lines.Write(new { record = "segment", id = segment.Id, description = segment.Description, share = segment.Share, members = segment.Members });
        }

        foreach (var topic in truth.Topics)
        {
            lines.Write(new { record = "topic", id = topic.Id, description = topic.Description });
        }

        var rise = truth.Rise;
        lines.Write(new
        {
            record = "rise", topic = rise.Topic, mood = rise.Mood, from = rise.From, until = rise.Until,
            share_before = rise.ShareBefore, share_at_end = rise.ShareAtEnd,
        });
        foreach (var member in truth.Members)
        {
            lines.Write(new
            {
                record = "member", id = member.Id, name = member.Name, segment = member.Segment, language = member.Language,
                posts = member.Posts, quiet = member.Quiet,
            });
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private sealed class Lines(Stream stream) : IDisposable
    {
        private readonly BufferedStream _stream = new(stream, 1 << 16);
        private readonly Utf8JsonWriter _json = new(Stream.Null, Readable);

        public void Write(Action<Utf8JsonWriter> fields)
        {
            _json.Reset(_stream);
            _json.WriteStartObject();
            fields(_json);
            _json.WriteEndObject();
            _json.Flush();
            _stream.WriteByte((byte)'\n');
        }

        public void Write(object record)
        {
            _json.Reset(_stream);
            JsonSerializer.Serialize(_json, record);
            _json.Flush();
            _stream.WriteByte((byte)'\n');
        }

        // The stream belongs to the caller: what is left is written, and the stream stays open.
        public void Dispose()
        {
            _stream.Flush();
            _json.Dispose();
        }
    }
}
