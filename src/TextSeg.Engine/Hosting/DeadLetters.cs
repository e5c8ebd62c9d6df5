using Microsoft.EntityFrameworkCore;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Storage.Catalog;
using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Hosting;

/// <summary>A message that was tried again and again and failed for good. The work that it told of is not lost: it is a row that waits.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Request">The run that was asked for; null where posts had come in.</param>
/// <param name="Reason">Why it failed last.</param>
/// <param name="Times">How often the same message failed for good.</param>
/// <param name="FailedAt">When it failed last.</param>
public sealed record DeadLetter(long Id, string Workspace, long? Request, string Reason, int Times, DateTimeOffset FailedAt);

/// <summary>The messages that failed for good, to be looked at and tried once more. The same message is kept once.</summary>
public sealed class DeadLetters(ServiceCatalog catalog, TimeProvider clock)
{
    /// <summary>Keeps a message.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="request">The run that was asked for; null where posts had come in.</param>
    /// <param name="reason">One sentence without texts of posts.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task AddAsync(string workspace, long? request, string reason, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var row = await context.DeadLetters.FirstOrDefaultAsync(letter => letter.Workspace == workspace && letter.Request == (request ?? 0), cancellationToken);
        if (row is null)
        {
            context.DeadLetters.Add(row = new StoredDeadLetter { Workspace = workspace, Request = request ?? 0, Reason = reason });
        }

        (row.Reason, row.Times, row.FailedAt) = (reason, row.Times + 1, clock.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Messages of a workspace, the newest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string workspace, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        var rows = await context.DeadLetters.AsNoTracking().Where(row => row.Workspace == workspace).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DeadLetter(row.Id, row.Workspace, row.Request == 0 ? null : row.Request, row.Reason, row.Times, row.FailedAt))];
    }

    /// <summary>Takes a message out of the list, to be sent once more.</summary>
    /// <returns>The message; null where there is none of this number.</returns>
    public async Task<object?> TakeAsync(string workspace, long id, CancellationToken cancellationToken = default)
    {
        await using var context = catalog.CreateContext();
        if (await context.DeadLetters.FirstOrDefaultAsync(row => row.Workspace == workspace && row.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        context.DeadLetters.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        return row.Request == 0 ? new PostsArrived(workspace) : new RunRequested(workspace, row.Request);
    }
}
