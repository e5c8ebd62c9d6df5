using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Hosting;

/// <summary>
/// Remembers for 24 hours which writes were done and what was answered, so that a client that heard nothing may send the same again (the Idempotency-Key of the IETF's
/// draft-ietf-httpapi-idempotency-key-header). A write that a killed process left is given up after five minutes, and may then be done anew.
/// </summary>
public sealed class RepeatedWrites(ServiceCatalog catalog, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(5);

    /// <summary>Begins a write, or says why it is not to be done.</summary>
    /// <param name="key">The access key that writes; names of one key do not touch those of another.</param>
    /// <param name="name">What the client called the write.</param>
    /// <param name="requestHash">Hash of all that was asked.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<KnownWrite> BeginAsync(long key, string name, string requestHash, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (tooOld, givenUp) = (now - KeptFor, now - GivenUpAfter);
        await using var context = catalog.CreateContext();
        await context.Answers.Where(answer => answer.At <= tooOld).ExecuteDeleteAsync(cancellationToken);
        var known = await context.Answers.AsNoTracking().FirstOrDefaultAsync(answer => answer.Key == key && answer.IdempotencyKey == name, cancellationToken);
        if (known is null)
        {
            return await AddAsync(context, new StoredAnswer { Key = key, IdempotencyKey = name, RequestHash = requestHash, At = now }, cancellationToken);
        }

        if (known.RequestHash != requestHash)
        {
            return new KnownWrite(WriteState.OtherRequest);
        }

        if (known.Status != 0)
        {
            return new KnownWrite(WriteState.Answered, known.Status, known.Body);
        }

        var taken = await context.Answers.Where(answer => answer.Key == key && answer.IdempotencyKey == name && answer.Status == 0 && answer.At <= givenUp)
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.At, now), cancellationToken);
        return new KnownWrite(taken == 1 ? WriteState.New : WriteState.UnderWay);
    }

    /// <summary>Keeps the answer of a write that was done.</summary>
    public async Task EndAsync(long key, string name, int status, string body)
    {
        await using var context = catalog.CreateContext();
        await context.Answers.Where(answer => answer.Key == key && answer.IdempotencyKey == name)
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Status, status).SetProperty(answer => answer.Body, body));
    }

    /// <summary>Forgets a write that was refused or failed: it changed nothing and may be sent again.</summary>
    public async Task ForgetAsync(long key, string name)
    {
        await using var context = catalog.CreateContext();
        await context.Answers.Where(answer => answer.Key == key && answer.IdempotencyKey == name && answer.Status == 0).ExecuteDeleteAsync();
    }

    private static async Task<KnownWrite> AddAsync(CatalogContext context, StoredAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            context.Answers.Add(answer);
            await context.SaveChangesAsync(cancellationToken);
            return new KnownWrite(WriteState.New);
        }
        catch (DbUpdateException fault) when (StorageFault.IsDuplicate(fault))
        {
            // The same write came twice in one moment; the key of the table lets one in.
            return new KnownWrite(WriteState.UnderWay);
        }
    }
}
