namespace TextSeg.Engine.Access;

/// <summary>A secret as it is known to the service, without the secret itself.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Prefix">The first letters of the secret.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Workspace">The one workspace that it opens; null for all.</param>
/// <param name="Scopes">Rights it is narrowed to; null for all of the role.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
/// <param name="LastUsedAt">When it was used last, to the minute.</param>
/// <param name="RevokedAt">When it was taken back.</param>
public sealed record AccessKey(
    long Id, AccessKeyKind Kind, string Name, string Prefix, Role Role, string? Workspace, IReadOnlyList<Right>? Scopes,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether it gives a right.</summary>
    public bool Allows(Right right) => RoleRights.Of(Role).Contains(right) && (Scopes is null || Scopes.Contains(right));

    /// <summary>Whether it opens a workspace.</summary>
    public bool Opens(string workspace) => Workspace is null || Workspace == workspace;
}
