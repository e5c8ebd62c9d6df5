using System.Text.Json.Nodes;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.MemberRights;

/// <summary>Takes words and posts that are to go out of names, descriptions and facts of topics and segments, until the next run makes these anew.</summary>
internal sealed class ResultScrub(Workspace workspace, OwnWords words, IReadOnlySet<long> posts)
{
    private static readonly string[] NumbersOfPosts = ["exemplars", "quotes"];

    /// <summary>Scrubs all runs that are there, within the open transaction.</summary>
    public void Run()
    {
        Scrub("Topics", "Name", "''");
        Scrub("Segments", "Name", "Description");
        ScrubComparisons();
        using var edits = workspace.Connection.Prepare("UPDATE Edits SET Name = $2, Summary = $3 WHERE Id = $1", 3);
        foreach (var (id, name, summary) in workspace.Connection.Query("SELECT Id, Name, Summary FROM Edits ORDER BY Id", row => (row.GetInt64(0), row.Text(1), row.GetString(2))).ToList())
        {
            if (words.IsIn($"{name} {summary}"))
            {
                edits.Bind(id, name is null ? null : words.TakenOutOf(name), words.TakenOutOf(summary)).ExecuteNonQuery();
            }
        }
    }

    private void ScrubComparisons()
    {
        using var update = workspace.Connection.Prepare("UPDATE RunComparisons SET Facts = $2 WHERE RunId = $1", 2);
        foreach (var (run, facts) in workspace.Connection.Query("SELECT RunId, Facts FROM RunComparisons ORDER BY RunId", row => (row.GetInt64(0), row.GetString(1))).ToList())
        {
            update.Bind(run, Scrubbed(JsonNode.Parse(facts))!.ToJsonString(StoredJson.Options)).ExecuteNonQuery();
        }
    }

    private void Scrub(string table, string name, string description)
    {
        var hasDescription = description == "Description";
        using var update = workspace.Connection.Prepare($"UPDATE {table} SET Name = $3, Facts = $4{(hasDescription ? ", Description = $5" : "")} WHERE RunId = $1 AND Id = $2", hasDescription ? 5 : 4);
        var rows = workspace.Connection.Query(
            $"SELECT RunId, Id, {name}, Facts, {description} FROM {table} ORDER BY RunId, Id", row => (Run: row.GetInt64(0), Id: row.GetString(1), Name: row.GetString(2), Facts: row.GetString(3), Text: row.GetString(4))).ToList();
        foreach (var row in rows)
        {
            var facts = Scrubbed(JsonNode.Parse(row.Facts))!.ToJsonString(StoredJson.Options);
            object?[] values = [row.Run, row.Id, words.TakenOutOf(row.Name), facts, .. hasDescription ? (object?[])[words.TakenOutOf(row.Text)] : []];
            update.Bind(values).ExecuteNonQuery();
        }
    }

    private JsonNode? Scrubbed(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, value) in item.ToArray())
                {
                    item[name] = NumbersOfPosts.Contains(name) && value is JsonArray { Count: > 0 } numbers && numbers[0] is JsonValue
                        ? new JsonArray([.. numbers.Where(number => !posts.Contains(number!.GetValue<long>())).Select(number => number!.DeepClone())])
                        : Scrubbed(value);
                }

                return item.DeepClone();
            case JsonArray list:
                return new JsonArray([.. list.Where(Stays).Select(entry => Scrubbed(entry))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return words.TakenOutOf(text);
            default:
                return node?.DeepClone();
        }
    }

    // A phrase or a quote goes whole; half a phrase would say nothing.
    private bool Stays(JsonNode? entry) => entry switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => !words.IsIn(text),
        JsonObject item when item["post"] is JsonValue post && post.TryGetValue<long>(out var number) => !posts.Contains(number),
        JsonObject item when item["text"] is JsonValue phrase && phrase.TryGetValue<string>(out var text) => !words.IsIn(text),
        _ => true,
    };
}
