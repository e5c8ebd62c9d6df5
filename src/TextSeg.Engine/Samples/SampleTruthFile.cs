using System.Text.Json;

namespace TextSeg.Engine.Samples;

/// <summary>The planted answers of a sample, as <see cref="SampleWriter"/> wrote them: what an evaluation compares its findings with.</summary>
/// <param name="Community">Segments, topics, the rise, and all members with their segment.</param>
/// <param name="Posts">What was planted in each post, by the post's id.</param>
public sealed record SampleTruthFile(SampleTruth Community, IReadOnlyDictionary<string, PostTruth> Posts)
{
    /// <summary>Reads a truth file in JSON Lines, UTF-8. Records of kinds that are not known yet are passed over.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line is not a truth record; the message names the line.</exception>
    public static SampleTruthFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no truth file at {path}; write one with 'sample --truth FILE.jsonl'.", path);
        }

        var reading = new SampleTruthReading();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                using var record = JsonDocument.Parse(line);
                reading.Take(record.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"Line {number} of {path} is not a truth record; write the sample again.", fault);
            }
        }

        return reading.Result()
            ?? throw new InvalidDataException($"{path} holds no segments and no rise; give the file that 'sample --truth' wrote.");
    }

    /// <summary>The planted segment of each member, by the member's id.</summary>
    public IReadOnlyDictionary<string, string> SegmentOfMember() =>
        Community.Members.ToDictionary(member => member.Id, member => member.Segment);
}
