using System.Text.Json;

namespace TextSeg.Testing.Qdrant;

/// <summary>A collection of the fake server.</summary>
internal sealed class FakeCollection
{
    private readonly SortedDictionary<ulong, FakePoint> _points = [];
    private readonly Dictionary<string, object> _indexes = [];
    private readonly JsonElement _made;
    private readonly Dictionary<string, (int Size, string Distance)> _vectors;

    public FakeCollection(JsonElement body)
    {
        _made = body;
        _vectors = body.GetProperty("vectors").EnumerateObject().ToDictionary(
            vector => vector.Name, vector => (vector.Value.GetProperty("size").GetInt32(), vector.Value.GetProperty("distance").GetString()!));
        if (_vectors.Values.Any(vector => vector.Distance is not ("Dot" or "Cosine")))
        {
            throw new FakeRefusal(400, "Format error in JSON body: unknown variant");
        }
    }

    public object Describe() => new
    {
        status = "green",
        points_count = _points.Count,
        config = new { @params = new { vectors = _made.GetProperty("vectors") }, metadata = _made.TryGetProperty("metadata", out var metadata) ? metadata : (JsonElement?)null },
        payload_schema = _indexes,
    };

    public void Index(JsonElement body) =>
        _indexes[body.GetProperty("field_name").GetString()!] = new { data_type = body.GetProperty("field_schema").GetProperty("type").GetString(), points = _points.Count };

    /// <summary>Points of an upsert. Wrong lengths are refused at once, with wait or without; names of vectors are not looked at yet.</summary>
    public List<FakePoint> Read(JsonElement body)
    {
        var points = body.GetProperty("points").EnumerateArray().Select(Point).ToList();
        return points.Count == 0 ? throw new FakeRefusal(400, "Wrong input: Empty update request") : points;
    }

    public bool HasOnlyKnownVectors(List<FakePoint> points) => points.TrueForAll(point => point.Vectors.Keys.All(_vectors.ContainsKey));

    public void Store(List<FakePoint> points) => points.ForEach(point => _points[point.Id] = point);

    public void Delete(JsonElement body)
    {
        var ids = body.GetProperty("points").EnumerateArray().Select(id => id.GetUInt64()).ToArray();
        Array.ForEach(ids.Length == 0 ? throw new FakeRefusal(400, "Wrong input: Empty update request") : ids, id => _points.Remove(id));
    }

    public IEnumerable<FakePoint> Matching(JsonElement body)
    {
        var passes = FakeFilter.Of(body);
        return _points.Values.Where(passes);
    }

    /// <summary>Missing ids are left out and repeated ones answered once; no payload and no vectors unless asked for.</summary>
    public IEnumerable<object> Retrieve(JsonElement body) =>
        [.. body.GetProperty("ids").EnumerateArray().Select(id => id.GetUInt64()).Distinct().Where(_points.ContainsKey).Select(id => Shown(_points[id], body))];

    public object Scroll(JsonElement body)
    {
        var limit = Limit(body);
        var from = body.TryGetProperty("offset", out var offset) && offset.ValueKind == JsonValueKind.Number ? offset.GetUInt64() : 0;
        var page = Matching(body).Where(point => point.Id >= from).Take(limit + 1).ToArray();
        return new { points = page.Take(limit).Select(point => Shown(point, body)), next_page_offset = page.Length > limit ? page[limit].Id : (ulong?)null };
    }

    /// <summary>Spoilt scores first, as null; of equal scores the higher id first, to help nobody.</summary>
    public IEnumerable<object> Query(JsonElement body, bool missesHits)
    {
        var name = body.TryGetProperty("using", out var said) ? said.GetString()! : "";
        if (!_vectors.TryGetValue(name, out var form))
        {
            throw new FakeRefusal(400, $"Wrong input: Not existing vector name error: {name}");
        }

        var wanted = Numbers(body.GetProperty("query"), name, form);
        var isExact = body.TryGetProperty("params", out var settings) && settings.TryGetProperty("exact", out var exact) && exact.GetBoolean();
        var threshold = body.TryGetProperty("score_threshold", out var least) ? least.GetSingle() : float.NegativeInfinity;
        return
        [
            .. Matching(body).Where(point => point.Vectors.ContainsKey(name))
                .Select(point => (point.Id, Score: Dot(wanted, point.Vectors[name])))
                .Where(hit => !(hit.Score <= threshold))
                .OrderByDescending(hit => float.IsFinite(hit.Score) ? hit.Score : float.PositiveInfinity).ThenByDescending(hit => hit.Id)
                .Where((_, place) => isExact || !missesHits || place % 2 == 0)
                .Take(Limit(body))
                .Select(hit => new { id = hit.Id, version = 1, score = float.IsFinite(hit.Score) ? hit.Score : (float?)null }),
        ];
    }

    private static Dictionary<string, object> Shown(FakePoint point, JsonElement body)
    {
        var shown = new Dictionary<string, object> { ["id"] = point.Id };
        if (body.TryGetProperty("with_vector", out var vectors) && vectors.ValueKind is JsonValueKind.True or JsonValueKind.Array)
        {
            shown["vector"] = point.Vectors.ToDictionary(vector => vector.Key, vector => vector.Value.Select(number => float.IsFinite(number) ? number : (float?)null));
        }

        return shown;
    }

    private static int Limit(JsonElement body) => !body.TryGetProperty("limit", out var limit) ? 10
        : limit.GetUInt64() is var number and > 0 ? (int)Math.Min(number, int.MaxValue - 1) : throw new FakeRefusal(422, "Validation error in JSON body: [limit: value 0 invalid, must be 1 or larger]");

    private FakePoint Point(JsonElement point) => new(
        point.GetProperty("id").GetUInt64(),
        point.GetProperty("vector").EnumerateObject().ToDictionary(
            vector => vector.Name, vector => _vectors.TryGetValue(vector.Name, out var form) ? Numbers(vector.Value, vector.Name, form) : []),
        point.TryGetProperty("payload", out var payload) ? payload.EnumerateObject().ToDictionary(field => field.Name, field => field.Value) : []);

    private static float[] Numbers(JsonElement list, string name, (int Size, string Distance) form)
    {
        var numbers = list.EnumerateArray().Select(number => (float)number.GetDouble()).ToArray();
        if (numbers.Length != form.Size)
        {
            throw new FakeRefusal(400, $"Wrong input: Vector dimension error: expected dim: {form.Size}, got {numbers.Length} for vector '{name}'");
        }

        var length = form.Distance == "Cosine" ? MathF.Sqrt(Dot(numbers, numbers)) : 1;
        return length is 0 or 1 ? numbers : Array.ConvertAll(numbers, number => number / length);
    }

    private static float Dot(float[] left, float[] right) => (float)left.Zip(right, (a, b) => (double)a * b).Sum();
}
