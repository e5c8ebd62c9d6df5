using System.Text.Json;

namespace TextSeg.Engine.Samples;

/// <summary>Gathers the records of a truth file.</summary>
internal sealed class SampleTruthReading
{
    private readonly List<PlantedSegment> _segments = [];
    private readonly List<PlantedTopic> _topics = [];
    private readonly List<SampleMember> _members = [];
    private readonly Dictionary<string, PostTruth> _posts = [];
    private PlantedRise? _rise;

    public void Take(JsonElement record)
    {
        switch (Text(record, "record"))
        {
            case "segment":
                _segments.Add(new(Text(record, "id"), Text(record, "description"), Number(record, "share"), Whole(record, "members")));
                break;
            case "topic":
                _topics.Add(new(Text(record, "id"), Text(record, "description")));
                break;
            case "rise":
                _rise = new(
                    Text(record, "topic"), Text(record, "mood"), record.GetProperty("from").GetDateTime(),
                    record.GetProperty("until").GetDateTime(), Number(record, "share_before"), Number(record, "share_at_end"));
                break;
            case "member":
                _members.Add(new(
                    Text(record, "id"), Text(record, "name"), Text(record, "segment"), Text(record, "language"), Whole(record, "posts"),
                    record.GetProperty("quiet").GetBoolean()));
                break;
            case "post":
                _posts.Add(Text(record, "id"), Post(record));
                break;
        }
    }

    /// <summary>What was read; null when the records about the community as a whole are missing.</summary>
    public SampleTruthFile? Result() =>
        _rise is null || _segments.Count == 0 ? null : new(new SampleTruth(_segments, _topics, _rise, _members), _posts);

    private static PostTruth Post(JsonElement record) => new(
        Text(record, "topic"), Text(record, "mood"), Text(record, "intent"), Text(record, "urgency"), Text(record, "language"),
        record.TryGetProperty("duplicate_group", out var group) ? group.GetString() : null,
        [.. record.GetProperty("personal_data").EnumerateArray()
            .Select(span => new PersonalDataSpan(Text(span, "kind"), Whole(span, "start"), Whole(span, "length")))]);

    private static string Text(JsonElement record, string name) =>
        record.GetProperty(name).GetString() ?? throw new FormatException($"The field '{name}' is null.");

    private static double Number(JsonElement record, string name) => record.GetProperty(name).GetDouble();

    private static int Whole(JsonElement record, string name) => record.GetProperty(name).GetInt32();
}
