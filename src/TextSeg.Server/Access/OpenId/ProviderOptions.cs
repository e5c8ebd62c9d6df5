using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Access.OpenId;

/// <summary>Who else may say that somebody is who they are: an OpenID Connect provider, beside the links. Off while Authority is empty.</summary>
public sealed class ProviderOptions
{
    private const char OfWorkspace = '@';

    /// <summary>Address of the provider, https. Default: none, people sign in by link alone.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What the provider calls this service.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that the provider gave to this service; best in the environment as TEXTSEG_OpenId__ClientSecret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The claim that tells a person's groups. Default "groups".</summary>
    public string Claim { get; set; } = "groups";

    /// <summary>Which value of the claim gives which role: "reader", "analyst" or "administrator", for one workspace with @ and its name, such as "analyst@forum".</summary>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>Whether people sign in with the provider.</summary>
    public bool IsUsed => Authority.Length > 0;

    /// <summary>The widest role that a person's groups give; null where they give none.</summary>
    public (Role Role, string? Workspace)? RoleOf(IEnumerable<string> groups)
    {
        var found = groups.Where(Roles.ContainsKey).Select(group => Parse(Roles[group])!.Value).OrderByDescending(grant => grant.Workspace is null).ThenByDescending(grant => grant.Role).ToArray();
        return found.Length == 0 ? null : found[0];
    }

    /// <summary>All faults, each a plain sentence that says what to do.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsUsed)
        {
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return $"OpenId.Authority is '{Authority}': write the provider's address, beginning with https://.";
        }

        foreach (var (name, value) in new[] { (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret), (nameof(Claim), Claim) }.Where(setting => string.IsNullOrWhiteSpace(setting.Item2)))
        {
            yield return $"OpenId.{name} is empty: take it from the provider.";
        }

        if (Roles.Count == 0)
        {
            yield return "OpenId.Roles is empty, so nobody could come in: give at least one group a role, such as \"community-team\": \"analyst\".";
        }

        foreach (var (group, role) in Roles.Where(entry => Parse(entry.Value) is null))
        {
            yield return $"OpenId.Roles gives '{group}' the role '{role}': write reader, analyst or administrator, for one workspace with @ and its name.";
        }
    }

    private static (Role Role, string? Workspace)? Parse(string grant)
    {
        var (name, workspace) = grant.Split(OfWorkspace, 2) is [var before, var after] ? (before, after) : (grant, null);
        return !name.All(char.IsAsciiLetter) || !Enum.TryParse<Role>(name, ignoreCase: true, out var role) || (workspace is not null && !WorkspaceName.IsGood(workspace)) ? null : (role, workspace);
    }
}
