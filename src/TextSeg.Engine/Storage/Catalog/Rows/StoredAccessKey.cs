using TextSeg.Engine.Access;

namespace TextSeg.Engine.Storage.Catalog.Rows;

/// <summary>A secret that opens the service, of which only the hash is kept.</summary>
public sealed class StoredAccessKey
{
    /// <summary>Its number; never used twice.</summary>
    public long Id { get; set; }

    /// <summary>A key of a program, a link to sign in once, or the session that such a link began.</summary>
    public AccessKeyKind Kind { get; set; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret, in hexadecimal digits.</summary>
    public required string Hash { get; set; }

    /// <summary>The first letters of the secret, to know it by.</summary>
    public required string Prefix { get; set; }

    /// <summary>What its holder may do.</summary>
    public Role Role { get; set; }

    /// <summary>The one workspace that it opens; null for all.</summary>
    public string? Workspace { get; set; }

    /// <summary>Rights that it is narrowed to, parted by commas; null for all of the role.</summary>
    public string? Scopes { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was used last, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
