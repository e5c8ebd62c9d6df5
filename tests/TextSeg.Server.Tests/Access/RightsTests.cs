using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Access;

/// <summary>Made from the OpenAPI document, so that a new endpoint cannot be forgotten.</summary>
public sealed class RightsTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task NoEndpointAnswersWithoutAKeyOrWithAWrongOne()
    {
        using var anonymous = service.Anonymous();
        using var wrong = service.Anonymous();
        wrong.DefaultRequestHeaders.Authorization = new("Bearer", "ts_0000");
        foreach (var (method, path, _) in await EndpointsAsync(anonymous))
        {
            (await SendAsync(anonymous, method, path)).ShouldBe(HttpStatusCode.Unauthorized, path);
            (await SendAsync(wrong, method, path)).ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task EachRoleIsLetInWhereItsRightsReachAndNowhereElse()
    {
        using var anonymous = service.Anonymous();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await service.ClientAsync(role);
            foreach (var (method, path, right) in await EndpointsAsync(anonymous))
            {
                var isRefused = await SendAsync(client, method, path) == HttpStatusCode.Forbidden;
                isRefused.ShouldBe(!RoleRights.Of(role).Contains(right), $"{role} {method} {path}");
            }
        }
    }

    [Fact]
    public async Task AForeignWorkspaceLooksLikeOneThatIsNotThere()
    {
        using var administrator = await service.WithWorkspaceAsync("ours");
        using var foreigner = await service.ClientAsync(Role.Administrator, "theirs");
        foreach (var (method, path, _) in (await EndpointsAsync(administrator)).Where(endpoint => endpoint.Path.Contains("/ours/", StringComparison.Ordinal)))
        {
            (await SendAsync(foreigner, method, path)).ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method is "get" or "delete" ? null : JsonContent.Create(Array.Empty<object>());
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    private static async Task<List<(string Method, string Path, Right Right)>> EndpointsAsync(HttpClient client)
    {
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        List<(string, string, Right)> found = [];
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)))
        {
            var address = path.Name.Replace("{workspace}", "ours", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal);
            found.AddRange(path.Value.EnumerateObject().Where(operation => Methods.Contains(operation.Name))
                .Select(operation => (operation.Name, address, Enum.Parse<Right>(operation.Value.GetProperty("x-right").GetString()!, ignoreCase: true))));
        }

        found.Count.ShouldBeGreaterThan(10);
        return found;
    }
}
