using System.Text.Json;

namespace TextSeg.Testing.Qdrant;

/// <summary>A filter as the fake server understands it: must and should with has_id, has_vector and ranges of numbers; anything else is refused, as a misspelt clause is.</summary>
internal static class FakeFilter
{
    /// <summary>Whether a point passes; all pass where there is no filter.</summary>
    public static Func<FakePoint, bool> Of(JsonElement body)
    {
        if (!body.TryGetProperty("filter", out var filter))
        {
            return _ => true;
        }

        List<Func<FakePoint, bool>> must = [], should = [];
        foreach (var clause in filter.EnumerateObject())
        {
            var conditions = clause.Value.EnumerateArray().Select(Condition);
            (clause.Name switch { "must" => must, "should" => should, _ => throw new FakeRefusal(400, $"Format error in JSON body: unknown field `{clause.Name}`") }).AddRange(conditions);
        }

        return point => must.TrueForAll(condition => condition(point)) && (should.Count == 0 || should.Exists(condition => condition(point)));
    }

    private static Func<FakePoint, bool> Condition(JsonElement condition)
    {
        if (condition.TryGetProperty("has_id", out var ids))
        {
            var set = ids.EnumerateArray().Select(id => id.GetUInt64()).ToHashSet();
            return point => set.Contains(point.Id);
        }

        if (condition.TryGetProperty("has_vector", out var vector))
        {
            var name = vector.GetString()!;
            return point => point.Vectors.ContainsKey(name);
        }

        var key = condition.GetProperty("key").GetString()!;
        var range = condition.GetProperty("range");
        var (least, most) = (range.GetProperty("gte").GetDouble(), range.GetProperty("lte").GetDouble());
        return point => point.Payload.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() >= least && value.GetDouble() <= most;
    }
}
