using System.Text;
using System.Text.Json;
using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>Every request that the client can make, held against Qdrant's own description of its API.</summary>
public sealed class QdrantRequestsTests
{
    /// <summary>All that the client can ask for.</summary>
    private static readonly string[] Operations =
    [
        "DELETE /collections/{collection_name}",
        "GET /",
        "GET /aliases",
        "GET /collections",
        "GET /collections/{collection_name}",
        "POST /collections/aliases",
        "POST /collections/{collection_name}/points",
        "POST /collections/{collection_name}/points/count",
        "POST /collections/{collection_name}/points/delete",
        "POST /collections/{collection_name}/points/query",
        "POST /collections/{collection_name}/points/scroll",
        "PUT /collections/{collection_name}",
        "PUT /collections/{collection_name}/index",
        "PUT /collections/{collection_name}/points",
    ];

    [Fact]
    public async Task EveryRequestIsAsTheServersDescriptionSays()
    {
        var description = new OpenApiDocument(SharedFiles.PathOrSkip("qdrant/openapi-1.18.json"));

        var requests = await RequestsAsync();

        requests.SelectMany(request => description.Faults(request).Select(fault => $"{request.Method} {request.Path}: {fault}")).ShouldBeEmpty();
        requests.Select(description.OperationOf).Distinct().Order(StringComparer.Ordinal).ShouldBe(Operations);
    }

    [Theory]
    [InlineData("PUT", "/collections/a/points", "wait=true", """{"points":[{"id":"42","vector":{"text":[1]}}]}""")]
    [InlineData("PUT", "/collections/a/points", "wiat=true", """{"points":[{"id":42,"vector":{"text":[1]}}]}""")]
    [InlineData("PUT", "/collections/a/points", "wait=true", """{"points":[{"id":-1,"vector":{"text":[1]}}]}""")]
    [InlineData("PUT", "/collections/a/points", "wait=true", """{"points":[{"id":1}]}""")]
    [InlineData("POST", "/collections/a/points/query", "timeout=0", """{"query":[1]}""")]
    [InlineData("POST", "/collections/a/points/query", "timeout=1", """{"query":[1],"top":3}""")]
    [InlineData("POST", "/collections/a/points/query", "timeout=1", """{"query":[1],"limit":0}""")]
    [InlineData("POST", "/collections/a/points/query", "timeout=1", """{"query":[1],"filter":{"musst":[]}}""")]
    [InlineData("PUT", "/collections/a", "timeout=1", """{"vectors":{"text":{"size":4,"distance":"dot"}}}""")]
    [InlineData("PATCH", "/collections/a/points", "timeout=1", "{}")]
    public void TheCheckFindsWhatTheServerWouldPassOverOrRefuse(string method, string path, string query, string body)
    {
        var description = new OpenApiDocument(SharedFiles.PathOrSkip("qdrant/openapi-1.18.json"));
        var pair = query.Split('=');

        description.Faults(new FakeRequest(method, path, new Dictionary<string, string> { [pair[0]] = pair[1] }, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task EveryChangeOfPointsWaits() =>
        (await RequestsAsync()).Where(request => request.Path.EndsWith("/delete", StringComparison.Ordinal) || request.Path.EndsWith("/index", StringComparison.Ordinal) || (request.Method == "PUT" && request.Path.EndsWith("/points", StringComparison.Ordinal)))
            .ShouldAllBe(request => request.Query["wait"] == "true" && request.Query["timeout"] == "5");

    [Fact]
    public async Task NothingIsLeftToTheServersDefaults()
    {
        var requests = await RequestsAsync();

        Bodies(requests, "/query").ShouldAllBe(body => Has(body, "limit", "using", "with_payload", "with_vector") && body.GetProperty("params").GetProperty("quantization").GetProperty("rescore").GetBoolean());
        Bodies(requests, "/scroll").ShouldAllBe(body => Has(body, "limit", "with_payload", "with_vector"));
        Bodies(requests, "/count").ShouldAllBe(body => body.GetProperty("exact").GetBoolean());
        Bodies(requests.Where(request => request.Method == "POST"), "/points").ShouldAllBe(body => Has(body, "ids", "with_payload", "with_vector"));
    }

    private static JsonElement[] Bodies(IEnumerable<FakeRequest> requests, string ending)
    {
        var bodies = requests.Where(request => request.Path.EndsWith(ending, StringComparison.Ordinal)).Select(request => request.Json()!.Value).ToArray();
        bodies.ShouldNotBeEmpty();
        return bodies;
    }

    private static bool Has(JsonElement body, params string[] fields) => fields.All(field => body.TryGetProperty(field, out _));

    /// <summary>One life of a workspace in which every call of the client is made, with and without each option.</summary>
    private static async Task<IReadOnlyList<FakeRequest>> RequestsAsync()
    {
        using var server = new FakeQdrant();
        var options = QuickOptions.For(server);
        (options.ExactUpTo, options.FilterIds) = (50, 100);
        using var connection = new QdrantConnection(options);
        await connection.CheckAsync();
        var workspace = new QdrantWorkspace(connection, "Invented forum");
        var store = workspace.Open(InventedVectors.Model, InventedVectors.Dimension);
        await store.UpsertAsync(InventedVectors.Batch(-20, 1_500, seed: 1));
        await store.SearchAsync(InventedVectors.Query(1, 5));
        await store.SearchAsync(InventedVectors.Query(1, 2_000) with { MinimumCosine = 0.2f });
        await store.SearchAsync(InventedVectors.Query(1, 5) with { Filter = new IdFilter(Enumerable.Range(-30, 150).Select(id => id * 3L)) });
        await store.SearchAsync(InventedVectors.Query(1, 5) with { Filter = new IdFilter(Enumerable.Range(-30, 1_400).Select(id => (long)id)) });
        await store.FetchAsync([3, -20, 3]);
        await store.MissingAsync([.. Enumerable.Range(-30, 150).Select(id => (long)id)]);
        await store.DeleteAsync([3, 9_999]);
        await workspace.Open("other@1", 4).PrepareAsync();
        await workspace.SwitchAsync(InventedVectors.Model);
        await workspace.KeepOnlyAsync([InventedVectors.Model]);
        await workspace.RemoveAsync();
        return [.. server.Requests];
    }
}
