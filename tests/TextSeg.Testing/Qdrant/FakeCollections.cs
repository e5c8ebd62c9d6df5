using System.Text.Json;

namespace TextSeg.Testing.Qdrant;

/// <summary>What the fake server keeps, and how it answers each call.</summary>
internal sealed class FakeCollections
{
    private readonly SortedDictionary<string, FakeCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = [];
    private readonly List<(Action Change, int Requests)> _later = [];

    public bool MissesHits { get; set; }

    public int ShowsAfter { get; set; }

    public FakeAnswer Answer(FakeRequest request)
    {
        ShowWhatIsDue();
        try
        {
            var parts = request.Path.Trim('/').Split('/');
            return (request.Method, parts) switch
            {
                ("GET", [""]) => new FakeAnswer(200, JsonSerializer.Serialize(new { title = "a server of a test", version = "1.18.3" })),
                ("GET", ["collections"]) => FakeAnswer.Good(new { collections = _collections.Keys.Select(name => new { name }) }),
                ("GET", ["aliases"]) => FakeAnswer.Good(new { aliases = _aliases.Select(alias => new { alias_name = alias.Key, collection_name = alias.Value }) }),
                ("POST", ["collections", "aliases"]) => ChangeAliases(Body(request)),
                ("PUT", ["collections", var name]) => Create(name, Body(request)),
                ("DELETE", ["collections", var name]) => Drop(name),
                (_, ["collections", var name, ..]) => Within(request, Find(name, request), parts[2..]),
                _ => new FakeAnswer(404, null),
            };
        }
        catch (FakeRefusal refusal)
        {
            return FakeAnswer.Bad(refusal.Status, refusal.Message);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return FakeAnswer.Bad(400, "Format error in JSON body: it has another shape.");
        }
    }

    private FakeAnswer Within(FakeRequest request, FakeCollection collection, string[] rest) => (request.Method, rest) switch
    {
        ("GET", []) => FakeAnswer.Good(collection.Describe()),
        ("PUT", ["index"]) => Write(request, () => collection.Index(Body(request)), () => true),
        ("PUT", ["points"]) => Upsert(request, collection),
        ("POST", ["points", "delete"]) => Write(request, () => collection.Delete(Body(request)), () => true),
        ("POST", ["points"]) => FakeAnswer.Good(collection.Retrieve(Body(request))),
        ("POST", ["points", "scroll"]) => FakeAnswer.Good(collection.Scroll(Body(request))),
        ("POST", ["points", "count"]) => FakeAnswer.Good(new { count = collection.Matching(Body(request)).Count() }),
        ("POST", ["points", "query"]) => FakeAnswer.Good(new { points = collection.Query(Body(request), MissesHits) }),
        _ => new FakeAnswer(404, null),
    };

    private FakeAnswer Upsert(FakeRequest request, FakeCollection collection)
    {
        var points = collection.Read(Body(request));
        return Write(request, () => collection.Store(points), () => collection.HasOnlyKnownVectors(points) ? true : throw new FakeRefusal(400, "Wrong input: Not existing vector name error"));
    }

    /// <summary>With wait, what is wrong is said; without, it is acknowledged and thrown away.</summary>
    private FakeAnswer Write(FakeRequest request, Action change, Func<bool> check)
    {
        var waits = request.Query.GetValueOrDefault("wait") == "true";
        try
        {
            check();
        }
        catch (FakeRefusal) when (!waits)
        {
            return FakeAnswer.Good(new { operation_id = 1, status = "acknowledged" });
        }

        if (ShowsAfter > 0)
        {
            _later.Add((change, ShowsAfter));
            return FakeAnswer.Good(new { operation_id = 1, status = waits ? "wait_timeout" : "acknowledged" });
        }

        change();
        return FakeAnswer.Good(new { operation_id = 1, status = waits ? "completed" : "acknowledged" });
    }

    private void ShowWhatIsDue()
    {
        for (var i = 0; i < _later.Count; i++)
        {
            _later[i] = (_later[i].Change, _later[i].Requests - 1);
        }

        _later.Where(later => later.Requests <= 0).ToList().ForEach(later => later.Change());
        _later.RemoveAll(later => later.Requests <= 0);
    }

    private FakeAnswer Create(string name, JsonElement body)
    {
        if (name.Length > 255 || name.Any(letter => "<>:\"/\\|?*".Contains(letter, StringComparison.Ordinal)))
        {
            throw new FakeRefusal(422, "Validation error in path parameters: [collection_name]");
        }

        if (_aliases.ContainsKey(name))
        {
            throw new FakeRefusal(400, $"Wrong input: Alias with the name {name} already exists");
        }

        return _collections.TryAdd(name, new FakeCollection(body)) ? FakeAnswer.Good(true) : throw new FakeRefusal(409, $"Wrong input: Collection `{name}` already exists!");
    }

    private FakeAnswer Drop(string name)
    {
        foreach (var alias in _aliases.Where(alias => alias.Value == name).ToArray())
        {
            _aliases.Remove(alias.Key);
        }

        return FakeAnswer.Good(_collections.Remove(name));
    }

    private FakeAnswer ChangeAliases(JsonElement body)
    {
        foreach (var action in body.GetProperty("actions").EnumerateArray())
        {
            if (action.TryGetProperty("delete_alias", out var gone))
            {
                _aliases.Remove(gone.GetProperty("alias_name").GetString()!);
            }
            else
            {
                var entry = action.GetProperty("create_alias");
                var target = entry.GetProperty("collection_name").GetString()!;
                _aliases[entry.GetProperty("alias_name").GetString()!] = _collections.ContainsKey(target) ? target : throw Missing(target);
            }
        }

        return FakeAnswer.Good(true);
    }

    private FakeCollection Find(string name, FakeRequest request)
    {
        _ = request.Json();
        return _collections.GetValueOrDefault(_aliases.GetValueOrDefault(name, name)) ?? throw Missing(name);
    }

    private static JsonElement Body(FakeRequest request) => request.Json() ?? throw new FakeRefusal(400, "Empty request");

    private static FakeRefusal Missing(string name) => new(404, $"Not found: Collection `{name}` doesn't exist!");
}
