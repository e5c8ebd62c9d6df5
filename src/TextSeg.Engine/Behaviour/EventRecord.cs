using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TextSeg.Engine.Sources.Tables;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Behaviour;

/// <summary>Something that a member did, as a program sends it; or why it cannot be taken.</summary>
/// <param name="Line">Number of the record in its batch, from 1.</param>
/// <param name="Id">Identity within the source; null where the record was rejected.</param>
/// <param name="Member">Identity of the member within the source.</param>
/// <param name="Kind">What was done, in a word.</param>
/// <param name="Time">When.</param>
/// <param name="Value">What it was worth; null where it has no worth.</param>
/// <param name="Fault">Why it cannot be taken, one sentence; null where it can.</param>
public sealed partial record EventRecord(long Line, string? Id, string Member, string Kind, DateTimeOffset Time, double? Value, string? Fault)
{
    private const int LongestName = 400;
    private const double MostValue = 1e12;

    /// <summary>A record that cannot be taken.</summary>
    public static EventRecord Reject(long line, string fault) => new(line, null, "", "", default, null, fault);

    /// <summary>Reads a JSON object with member, kind, time and, where they are known, id and value. Texts are not taken: an event says what was done, not in which words.</summary>
    public static EventRecord Read(long line, string json, TimeProvider clock)
    {
        var fields = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            JsonFields.Read(json, (name, value) => fields.TryAdd(name, value));
        }
        catch (JsonException)
        {
            return Reject(line, "The record is no JSON object.");
        }

        return Read(line, fields, new TimeWindow(clock));
    }

    private static EventRecord Read(long line, Dictionary<string, string?> fields, TimeWindow window)
    {
        if (fields.GetValueOrDefault("member") is not { Length: > 0 and <= LongestName } member)
        {
            return Reject(line, "The member is missing, or longer than 400 letters.");
        }

        if (fields.GetValueOrDefault("kind")?.ToLowerInvariant() is not { } kind || !Word().IsMatch(kind))
        {
            return Reject(line, "The kind must be a word of 1 to 40 letters, digits, dots and hyphens, such as order.");
        }

        if (fields.GetValueOrDefault("time") is not { } written || !TimeReader.Learn([]).TryRead(written.Trim(), out var time) || !window.Contains(time))
        {
            return Reject(line, "The time is missing, cannot be read, lies before 1990 or in the future.");
        }

        double? value = null;
        if (fields.GetValueOrDefault("value") is { Length: > 0 } worth)
        {
            if (!double.TryParse(worth, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) <= MostValue))
            {
                return Reject(line, "The value is no number, or too large.");
            }

            value = number;
        }

        var id = fields.GetValueOrDefault("id") is { Length: > 0 } given ? given : string.Create(CultureInfo.InvariantCulture, $"c-{ContentHash.Of128($"{member}\u001F{kind}\u001F{time.ToUnixTimeMilliseconds()}\u001F{value}"):x32}");
        return id.Length <= LongestName ? new EventRecord(line, id, member, kind, time, value, null) : Reject(line, "The id is longer than 400 letters.");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
