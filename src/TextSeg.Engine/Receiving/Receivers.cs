using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Access;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Receiving;

/// <summary>Addresses for messages of forums and help desks. The secret is needed to check a signature, so it is kept sealed; it is shown once.</summary>
public sealed class Receivers(ServiceCatalog catalog, SecretSeal seal, TimeProvider clock)
{
    private const int TokenBytes = 16;
    private const int SecretBytes = 24;

    /// <summary>Makes an address.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="kind">Who sends.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="secret">The secret that the sender signs with; null: one is made.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The address, and its secret, to be shown now and never again.</returns>
    public async Task<(Receiver Receiver, string Secret)> CreateAsync(string workspace, ReceiverKind kind, string source, string? secret, CancellationToken cancellationToken = default)
    {
        var (token, known) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)), secret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
        var row = new StoredReceiver { Workspace = workspace, Source = source, Kind = kind.ToString(), Token = token, Secret = seal.Close(known, Purpose(token)), CreatedAt = clock.GetUtcNow() };
        await using var context = catalog.CreateContext();
        context.Receivers.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (Receiver.Of(row), known);
    }

    /// <summary>Addresses of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<Receiver>> ListAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        return [.. (await context.Receivers.AsNoTracking().Where(row => row.Workspace == workspace).OrderByDescending(row => row.Id).ToListAsync(cancellationToken)).Select(Receiver.Of)];
    }

    /// <summary>Ends an address.</summary>
    /// <exception cref="JobException">There is none of this number.</exception>
    public async Task DeleteAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        if (await context.Receivers.Where(row => row.Workspace == workspace && row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw new JobException($"The workspace has no receiver {id}.") { IsMissing = true };
        }

        await context.ReceivedMessages.Where(message => message.ReceiverId == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The address of a token with its secret; null where there is none.</summary>
    internal async Task<(StoredReceiver Row, string Secret)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.Receivers.AsNoTracking().FirstOrDefaultAsync(row => row.Token == token, cancellationToken) is { } row ? (row, seal.Open(row.Secret, Purpose(token))) : null;
    }

    /// <summary>Counts a message.</summary>
    internal async Task CountAsync(long id, bool isTaken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = catalog.CreateContext();
        await (isTaken
            ? context.Receivers.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, row => row.Taken + 1).SetProperty(row => row.LastAt, now), cancellationToken)
            : context.Receivers.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Refused, row => row.Refused + 1), cancellationToken));
    }

    private static string Purpose(string token) => $"receiver/{token}";
}
