using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TextSeg.Server.Tests.Access.OpenId;

/// <summary>An OpenID Connect provider that knows one person, on this machine: description, keys, authorisation by code with PKCE, tokens signed with RS256.</summary>
internal sealed class SmallProvider : IAsyncDisposable
{
    public const string ClientId = "textseg";
    public const string ClientSecret = "a secret between the two";
    private const string KeyId = "1";
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;
    private (string Challenge, string Nonce) _asked;

    private SmallProvider(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>What the person belongs to.</summary>
    public string[] Groups { get; set; } = [];

    /// <summary>Whether tokens are signed with a key that nobody published.</summary>
    public bool IsForged { get; set; }

    public static async Task<SmallProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new SmallProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", provider.Describe);
        provider._app.MapGet("/keys", provider.Keys);
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.TokenAsync);
        await provider._app.StartAsync();
        provider.Address = provider._app.Urls.Single();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Describe() => Results.Json(new
    {
        issuer = Address, authorization_endpoint = $"{Address}/authorize", token_endpoint = $"{Address}/token", jwks_uri = $"{Address}/keys",
        response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var known = _key.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url(known.Modulus!), e = Base64Url(known.Exponent!) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        query["client_id"].ToString().ShouldBe(ClientId);
        query["code_challenge_method"].ToString().ShouldBe("S256");
        _asked = (query["code_challenge"].ToString(), query["nonce"].ToString());
        return Results.Redirect($"{query["redirect_uri"]}?code=once&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var isRight = form["code"] == "once" && form["client_secret"] == ClientSecret && Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == _asked.Challenge;
        return isRight ? Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = Token() }) : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Address, ["aud"] = ClientId, ["sub"] = "person-7", ["nonce"] = _asked.Nonce, ["iat"] = now, ["exp"] = now + 300,
            ["groups"] = new JsonArray([.. Groups.Select(group => (JsonNode)group)]),
        };
        var head = JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", typ = "JWT", kid = KeyId });
        var signed = $"{Base64Url(head)}.{Base64Url(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        using var other = RSA.Create(2048);
        return $"{signed}.{Base64Url((IsForged ? other : _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
