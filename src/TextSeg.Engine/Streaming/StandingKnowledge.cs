using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Placement;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Streaming;

/// <summary>
/// What the batch stages need to know of a whole workspace, kept between their turns so that a turn costs what its posts cost. Read when it is first needed; names of new members are learned at once,
/// the rest when a run has ended or the posts are twice as many. Not thread-safe: it belongs to whoever writes posts.
/// </summary>
public sealed class StandingKnowledge : IAsyncDisposable
{
    private MaskingKnowledge? _masking;
    private IVectorStore? _store;
    private (NearestTexts Texts, long Run)? _nearest;

    /// <summary>Reads what masking needs on any connection, to be given to <see cref="Renew"/>; takes seconds in a large workspace.</summary>
    internal static MaskingKnowledge ReadMasking(Workspace workspace) => MaskingKnowledge.Read(workspace);

    /// <summary>Takes fresh knowledge, read beside.</summary>
    internal void Renew(MaskingKnowledge masking) => _masking = masking;

    /// <summary>What masking needs to know, the names of all members with it.</summary>
    internal MaskingKnowledge Masking(Workspace workspace, long lastPost)
    {
        if (_masking is null || lastPost > 2 * _masking.LastPost)
        {
            return _masking = MaskingKnowledge.Read(workspace);
        }

        _masking.LearnMembers(workspace);
        return _masking;
    }

    /// <summary>The vectors of the workspace, to add to. Held until <see cref="CloseStoreAsync"/>.</summary>
    internal async Task<IVectorStore> StoreAsync(Workspace workspace, MiningTools tools)
    {
        if (_store is not null && _store.ModelId != tools.ModelId)
        {
            await CloseStoreAsync();
        }

        return _store ??= tools.OpenStore(workspace);
    }

    /// <summary>The texts of the current run by nearness.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="run">The current run.</param>
    /// <param name="store">Its vectors.</param>
    /// <param name="options">How posts are placed.</param>
    /// <param name="changed">Posts of the run whose words are others now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async Task<NearestTexts> TextsAsync(
        Workspace workspace, long run, IVectorStore store, PlacementOptions options, IReadOnlyCollection<long> changed, CancellationToken cancellationToken)
    {
        if (_nearest is { } old && (old.Run != run || (changed.Count > 0 && !old.Texts.CanForget)))
        {
            CloseTexts();
        }
        else if (changed.Count > 0)
        {
            _nearest?.Texts.Forget(changed);
        }

        _nearest ??= (await NearestTexts.OpenAsync(workspace, store, run, options, cancellationToken), run);
        return _nearest.Value.Texts;
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

    /// <summary>Lets everything go, as when a member is erased; it is read anew when it is needed.</summary>
    public ValueTask ForgetAsync()
    {
        _masking = null;
        return DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        CloseTexts();
        await CloseStoreAsync();
    }

    private void CloseTexts()
    {
        _nearest?.Texts.Dispose();
        _nearest = null;
    }
}
