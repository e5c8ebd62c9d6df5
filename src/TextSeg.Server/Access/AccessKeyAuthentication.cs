using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TextSeg.Engine.Access;
using TextSeg.Server.Api;

namespace TextSeg.Server.Access;

/// <summary>Knows who asks: by a key in the header (<c>Authorization: Bearer ts_…</c>) or by the session of a browser that signed in.</summary>
internal sealed class AccessKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";
    public const string SessionCookie = "textseg-session";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Whoever watches the service must hear from it while the database is away, also where a key is sent along.
        var (secret, kind) = Shown(Request);
        if (secret is null || Request.Path.StartsWithSegments(HealthApi.Path))
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.FindAsync(secret, Context.RequestAborted) is not { } key || key.Kind != kind)
        {
            return AuthenticateResult.Fail("The key is unknown, has ended or was taken back.");
        }

        Context.Features.Set(key);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, key.Id.ToString(CultureInfo.InvariantCulture)), new Claim(ClaimTypes.Role, key.Role.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            title: "No valid key.", detail: "Send a key in the header 'Authorization: Bearer ts_…', or sign in.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => TypedResults.Problem(
        title: "This key may not do that.", detail: "Ask an administrator for a key with a wider role.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(Context);

    /// <summary>The secret that came with a request; null where none did.</summary>
    public static string? SecretOf(HttpRequest request) => Shown(request).Secret;

    private static (string? Secret, AccessKeyKind Kind) Shown(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? (header[Bearer.Length..].Trim(), AccessKeyKind.Key)
            : (request.Cookies[SessionCookie], AccessKeyKind.Session);
    }
}
