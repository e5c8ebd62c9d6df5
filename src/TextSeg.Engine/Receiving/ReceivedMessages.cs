using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Receiving;

/// <summary>Which messages were taken, so that a copy sent again later changes nothing: it could bring back an older text, or a post that was deleted.</summary>
public sealed class ReceivedMessages(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>How long messages are remembered; older ones are not taken.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Whether a message was taken before.</summary>
    internal async Task<bool> AreKnownAsync(long receiver, string hash, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.ReceivedMessages.AnyAsync(message => message.ReceiverId == receiver && message.Hash == hash, cancellationToken);
    }

    /// <summary>Notes that a message was taken.</summary>
    internal async Task AddAsync(long receiver, string hash, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        context.ReceivedMessages.Add(new StoredReceivedMessage { ReceiverId = receiver, Hash = hash, At = clock.GetUtcNow() });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same came twice in one moment; storing it twice changed nothing.
        }
    }

    /// <summary>Forgets messages that are too old to be taken again.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var tooOld = clock.GetUtcNow() - Remembered - TimeSpan.FromDays(1);
        await using var context = catalog.CreateContext();
        await context.ReceivedMessages.Where(message => message.At < tooOld).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What tells one message from another.</summary>
    internal static string HashOf(string? eventName, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(eventName + "\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
