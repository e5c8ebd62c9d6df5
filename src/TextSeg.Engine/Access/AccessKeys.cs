using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Access;

/// <summary>Gives out secrets, knows them again, and takes them back. A secret is shown once; the catalog keeps its hash only.</summary>
public sealed class AccessKeys(ServiceCatalog catalog, TimeProvider clock)
{
    private const int SecretBytes = 32;
    private const int PrefixLetters = 8;
    private const string Mark = "ts_";
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a secret.</summary>
    /// <returns>The secret, to be shown now and never again, and what is kept of it.</returns>
    public async Task<(string Secret, AccessKey Key)> CreateAsync(NewAccessKey wanted, CancellationToken cancellationToken = default)
    {
        // 256 random bits need no slow hash: there is nothing to guess from.
        var secret = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var row = new StoredAccessKey
        {
            Kind = wanted.Kind, Name = wanted.Name, Hash = HashOf(secret), Prefix = secret[..PrefixLetters], Role = wanted.Role, Workspace = wanted.Workspace,
            Scopes = wanted.Scopes is null ? null : string.Join(',', wanted.Scopes), CreatedAt = clock.GetUtcNow(), ExpiresAt = wanted.ExpiresAt,
        };
        await using var context = catalog.CreateContext();
        context.AccessKeys.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (secret, ToKey(row));
    }

    /// <summary>The key of a secret; null where it is unknown, has ended or was taken back.</summary>
    public async Task<AccessKey?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (HashOf(secret), clock.GetUtcNow());
        await using var context = catalog.CreateContext();
        var row = await context.AccessKeys.FirstOrDefaultAsync(key => key.Hash == hash, cancellationToken);
        if (row is null || row.RevokedAt is not null || row.ExpiresAt <= now)
        {
            return null;
        }

        if (row.LastUsedAt is null || now - row.LastUsedAt >= UseIsNotedEvery)
        {
            row.LastUsedAt = now;
            await context.SaveChangesAsync(cancellationToken);
        }

        return ToKey(row);
    }

    /// <summary>Ends a link that signs in, so that it works once.</summary>
    /// <returns>Whether this call ended it; of two at the same moment one does.</returns>
    public async Task<bool> UseUpAsync(long id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.AccessKeys.Where(key => key.Id == id && key.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellationToken) == 1;
    }

    /// <summary>Takes a key back; one that was taken back before stays so.</summary>
    /// <returns>False where there is none of this number.</returns>
    public async Task<bool> RevokeAsync(long id, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.AccessKeys.Where(key => key.Id == id).ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, key => key.RevokedAt ?? now), cancellationToken) == 1;
    }

    /// <summary>All keys of programs, the newest first; links and sessions are left out.</summary>
    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.AccessKeys.AsNoTracking().Where(key => key.Kind == AccessKeyKind.Key).OrderByDescending(key => key.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(ToKey)];
    }

    /// <summary>Whether any administrator can come in: by a key or a session that has not ended.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        return await context.AccessKeys.AnyAsync(
            key => key.Role == Role.Administrator && key.Kind != AccessKeyKind.Link && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now), cancellationToken);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static AccessKey ToKey(StoredAccessKey row) => new(
        row.Id, row.Kind, row.Name, row.Prefix, row.Role, row.Workspace, row.Scopes?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Right>).ToArray(),
        row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.RevokedAt);
}
