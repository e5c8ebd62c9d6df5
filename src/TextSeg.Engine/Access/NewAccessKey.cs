namespace TextSeg.Engine.Access;

/// <summary>What a new secret shall be.</summary>
public sealed record NewAccessKey(AccessKeyKind Kind, string Name, Role Role)
{
    /// <summary>The one workspace that it opens; null for all.</summary>
    public string? Workspace { get; init; }

    /// <summary>Rights it is narrowed to; null for all of the role.</summary>
    public IReadOnlyList<Right>? Scopes { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
