using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;
using TextSeg.Engine.Samples;

namespace TextSeg.Server.Tests;

/// <summary>The real service with a small invented community that came in over HTTP and was mined.</summary>
public sealed class MinedService : IAsyncLifetime
{
    public const string Workspace = "sample";
    private RunningService _service = new();

    /// <summary>Address of the workspace.</summary>
    public static string Root => $"/api/v1/workspaces/{Workspace}";

    /// <summary>The service.</summary>
    public RunningService Service => _service;

    /// <summary>One with settings of its own.</summary>
    public static async Task<MinedService> WithAsync(params (string Name, string Value)[] settings)
    {
        var mined = new MinedService { _service = RunningService.With(settings) };
        await mined.InitializeAsync();
        return mined;
    }

    /// <summary>One on PostgreSQL; the running test is skipped, visibly, when there is no server.</summary>
    public static async Task<MinedService> OnPostgreSqlAsync()
    {
        var mined = new MinedService { _service = RunningService.OnPostgreSql() };
        await mined.InitializeAsync();
        return mined;
    }

    /// <summary>A client with a key of its own.</summary>
    public Task<HttpClient> ClientAsync(Role role) => _service.ClientAsync(role);

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        using var client = await _service.WithWorkspaceAsync(Workspace);
        using var posts = new MemoryStream();
        SampleWriter.Write(new SampleCommunity(new SampleOptions { Members = 80, Posts = 600, Languages = ["en"] }), posts, null);
        using var body = new ByteArrayContent(posts.ToArray());
        body.Headers.ContentType = new("application/x-ndjson");
        (await client.PostAsync($"{Root}/posts", body)).EnsureSuccessStatusCode();
        var run = await (await client.PostAsync($"{Root}/runs", null)).Content.ReadFromJsonAsync<JsonElement>();
        var told = await client.GetStringAsync($"{Root}/runs/{run.GetProperty("id")}/progress");
        told.ShouldContain("\"state\":\"finished\"", customMessage: told);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
