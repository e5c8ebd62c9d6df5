using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access.OpenId;

/// <summary>Signing in with an OpenID Connect provider (code flow with PKCE); what comes of it is a session like that of a link.</summary>
internal static class ProviderSignIn
{
    public const string Path = "/sign-in/provider";
    private const string Scheme = "provider";

    public static void AddProvider(this AuthenticationBuilder authentication, ServiceOptions service)
    {
        if (!service.OpenId.IsUsed)
        {
            return;
        }

        authentication.Services.AddDataProtection().SetApplicationName("textseg").PersistKeysToFileSystem(new DirectoryInfo(System.IO.Path.Combine(System.IO.Path.GetFullPath(service.Data), "protection")));
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = (service.OpenId.Authority, service.OpenId.ClientId, service.OpenId.ClientSecret);
            options.RequireHttpsMetadata = !new Uri(service.OpenId.Authority).IsLoopback;
            (options.ResponseType, options.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
            (options.CallbackPath, options.RemoteSignOutPath, options.SignedOutCallbackPath) = ("/sign-in/callback", default, default);
            (options.MapInboundClaims, options.SaveTokens) = (false, false);

            // The provider leads back by a link of its own, with which browsers send Lax cookies and no Strict ones.
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events = new OpenIdConnectEvents { OnTicketReceived = context => ReceiveAsync(context, service.OpenId), OnRemoteFailure = FailAsync };
        });
    }

    public static void MapProvider(this IEndpointRouteBuilder routes, ServiceOptions service)
    {
        if (service.OpenId.IsUsed)
        {
            routes.MapGet(Path, AskAsync).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static async Task AskAsync(HttpContext context)
    {
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = "/" });
        }
        catch (InvalidOperationException fault) when (fault.InnerException is IOException or HttpRequestException)
        {
            await SignInPage.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The provider cannot be reached now. Try again in a minute.");
        }
    }

    private static async Task ReceiveAsync(TicketReceivedContext context, ProviderOptions provider)
    {
        context.HandleResponse();
        var person = context.Principal!;
        if (provider.RoleOf(person.FindAll(provider.Claim).Select(claim => claim.Value)) is not { } grant)
        {
            await SignInPage.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, "Your account has no role here. Ask an administrator to add one of your groups.");
            return;
        }

        var name = person.FindFirst("preferred_username")?.Value ?? person.FindFirst("sub")?.Value ?? "person";
        await context.HttpContext.RequestServices.GetRequiredService<BrowserSessions>().BeginAsync(context.HttpContext, new NewAccessKey(AccessKeyKind.Session, name, grant.Role) { Workspace = grant.Workspace });

        // A redirect would still count as coming from the provider, and the browser would hold the new cookie back.
        await SignInPage.WriteAsync(context.HttpContext, StatusCodes.Status200OK, "You are signed in.", goesOn: true);
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        return SignInPage.WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "The provider did not sign you in. Try again from the start.");
    }
}
