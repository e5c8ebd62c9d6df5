using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.MemberRights;

/// <summary>That somebody was erased.</summary>
/// <param name="Id">Number of the receipt.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="FinishedAt">When all was gone; null while that is not so.</param>
/// <param name="Counts">What was taken out; null while that is not known.</param>
public sealed record ErasureReceipt(long Id, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, ErasedCounts? Counts);

/// <summary>Receipts of erasures. They hold a salted hash of who it was, so that posts of the same member are kept out when they are sent again, and nothing else of them.</summary>
public sealed class ErasureReceipts(ServiceCatalog catalog, TimeProvider clock)
{
    private const int SaltBytes = 16;

    /// <summary>Notes that a member shall be erased; from here on their posts are kept out.</summary>
    public async Task<ErasureReceipt> BeginAsync(string workspace, string source, string member, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var salt = await SaltAsync(context, workspace, cancellationToken) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var hash = HashOf(salt, source, member);
        var row = await context.Erasures.FirstOrDefaultAsync(known => known.Workspace == workspace && known.MemberHash == hash && known.FinishedAt == null, cancellationToken);
        if (row is null)
        {
            row = new StoredErasure { Workspace = workspace, MemberHash = hash, Salt = salt, RequestedAt = clock.GetUtcNow() };
            context.Erasures.Add(row);
            await context.SaveChangesAsync(cancellationToken);
        }

        return Of(row);
    }

    /// <summary>Notes that all is gone.</summary>
    public async Task<ErasureReceipt> FinishAsync(long id, ErasedCounts counts, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await context.Erasures.SingleAsync(known => known.Id == id, cancellationToken);
        (row.FinishedAt, row.Counts) = (clock.GetUtcNow(), counts.ToStored());
        await context.SaveChangesAsync(cancellationToken);
        return Of(row);
    }

    /// <summary>All receipts of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<ErasureReceipt>> ListAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.Erasures.AsNoTracking().Where(row => row.Workspace == workspace).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    /// <summary>Tells whose posts are kept out; null where nobody's are.</summary>
    public async Task<Func<string, string, bool>?> KeptOutAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        if (await SaltAsync(context, workspace, cancellationToken) is not { } salt)
        {
            return null;
        }

        var hashes = (await context.Erasures.Where(row => row.Workspace == workspace).Select(row => row.MemberHash).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return (source, member) => hashes.Contains(HashOf(salt, source, member));
    }

    private static Task<string?> SaltAsync(CatalogContext context, string workspace, CancellationToken cancellationToken) =>
        context.Erasures.Where(row => row.Workspace == workspace).OrderBy(row => row.Id).Select(row => row.Salt).FirstOrDefaultAsync(cancellationToken);

    private static string HashOf(string salt, string source, string member) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\u001F{source}\u001F{member}")));

    private static ErasureReceipt Of(StoredErasure row) =>
        new(row.Id, row.RequestedAt, row.FinishedAt, ErasedCounts.OfStored(row.Counts));
}
