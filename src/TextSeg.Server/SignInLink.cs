using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;

namespace TextSeg.Server;

/// <summary>The first way in: a link for the administrator, given where nobody could come in otherwise.</summary>
public static class SignInLink
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>A link that signs an administrator in once within a day; null where there is an administrator already.</summary>
    public static async Task<string?> ForFirstStartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var keys = app.Services.GetRequiredService<AccessKeys>();
        return await keys.HasAdministratorAsync(cancellationToken)
            ? null
            : await CreateAsync(keys, app.Urls.FirstOrDefault() ?? "", app.Services.GetRequiredService<TimeProvider>(), cancellationToken);
    }

    /// <summary>A link that signs an administrator in once within a day.</summary>
    /// <param name="keys">Gives out the secret.</param>
    /// <param name="address">Where the service listens.</param>
    /// <param name="clock">Tells when the day ends.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task<string> CreateAsync(AccessKeys keys, string address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (secret, _) = await keys.CreateAsync(new NewAccessKey(AccessKeyKind.Link, "administrator", Role.Administrator) { ExpiresAt = clock.GetUtcNow() + Lasts }, cancellationToken);
        return $"{address.TrimEnd('/')}/sign-in?link={secret}";
    }
}
