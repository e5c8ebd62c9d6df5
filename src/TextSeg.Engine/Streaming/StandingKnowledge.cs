using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Streaming;

/// <summary>
/// What the batch stages need to know of a whole workspace, kept between their turns so that a turn costs what its posts cost. Read when it is first needed; names of new members are learned at once,
/// the rest when a run was published, here or elsewhere, or the posts are twice as many. The vectors belong to whoever has the right to write, the rest to whoever works on claimed posts: one at a time in each process.
/// </summary>
public sealed class StandingKnowledge : IAsyncDisposable
{
    private (MaskingKnowledge Masking, string? Run)? _masking;
    private IVectorStore? _store;
    private (NearestTexts Texts, long Run)? _nearest;
    private volatile bool _isForgotten;
    private (bool IsKnown, string? Count) _erasures;

    /// <summary>Reads what masking needs on any connection, to be given to <see cref="Renew"/>; takes seconds in a large workspace.</summary>
    internal static MaskingKnowledge ReadMasking(Workspace workspace) => MaskingKnowledge.Read(workspace);

    /// <summary>Takes fresh knowledge, read beside.</summary>
    internal void Renew(Workspace view, MaskingKnowledge masking) => _masking = (masking, RunOf(view));

    /// <summary>What masking needs to know, the names of all members with it.</summary>
    internal MaskingKnowledge Masking(Workspace view, long lastPost)
    {
        ForgetIfTold();
        LetGoOfErased(view);
        if (_masking is not { } known || known.Run != RunOf(view) || lastPost > 2 * known.Masking.LastPost)
        {
            Renew(view, MaskingKnowledge.Read(view));
        }
        else
        {
            known.Masking.LearnMembers(view);
        }

        return _masking!.Value.Masking;
    }

    /// <summary>The vectors of the workspace, to add to; only with the right to write. Held until <see cref="CloseStoreAsync"/>.</summary>
    internal async Task<IVectorStore> StoreAsync(Workspace workspace, MiningTools tools)
    {
        if (_store is not null && _store.ModelId != tools.ModelId)
        {
            await CloseStoreAsync();
        }

        return _store ??= tools.OpenStore(workspace);
    }

    /// <summary>The texts of the current run by nearness.</summary>
    /// <param name="view">The workspace.</param>
    /// <param name="run">The current run.</param>
    /// <param name="tools">Whose vectors they are.</param>
    /// <param name="options">How posts are placed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async Task<NearestTexts> TextsAsync(Workspace view, long run, MiningTools tools, PlacementOptions options, CancellationToken cancellationToken)
    {
        if (_nearest is { } old && old.Run != run)
        {
            CloseTexts();
        }

        if (_nearest is null)
        {
            await using var store = tools.OpenStoreToRead(view);
            _nearest = (await NearestTexts.OpenAsync(view, store, run, options, cancellationToken), run);
        }

        return _nearest.Value.Texts;
    }

    /// <summary>Lets go of what is kept, here and in the data folder, where somebody was erased since the last look, by whatever process. To be called by whoever works on claimed posts.</summary>
    internal void LetGoOfErased(Workspace view)
    {
        var count = Settings.Read(view.Connection, Settings.Erasures);
        if (!_erasures.IsKnown || _erasures.Count != count)
        {
            _masking = null;
            CloseTexts();
            NearestTexts.DeleteErased(view);
            _erasures = (true, count);
        }
    }

    /// <summary>Lets the vectors go, for other work that writes them.</summary>
    public async Task CloseStoreAsync()
    {
        if (_store is { } store)
        {
            _store = null;
            await store.DisposeAsync();
        }
    }

    /// <summary>Lets everything go, as when a member is erased; it is read anew when it is needed. To be called with the right to write; what work under way still uses goes when that has ended.</summary>
    public async ValueTask ForgetAsync()
    {
        _isForgotten = true;
        await CloseStoreAsync();
    }

    public async ValueTask DisposeAsync()
    {
        CloseTexts();
        await CloseStoreAsync();
    }

    private static string? RunOf(Workspace view) => Settings.Read(view.Connection, Settings.CurrentRun);

    private void ForgetIfTold()
    {
        if (_isForgotten)
        {
            _isForgotten = false;
            _masking = null;
            CloseTexts();
        }
    }

    private void CloseTexts()
    {
        _nearest?.Texts.Dispose();
        _nearest = null;
    }
}
