using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;
using TextSeg.Mining.Neighbors;
using TextSeg.Mining.Neighbors.InvertedFile;
using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>
/// The posts of a run by nearness, one for each different text: every one compared where there are few, by an index where there are many. The index is made when a run ends,
/// or when it is first asked for, and kept in the data folder; it can always be made anew from the vectors.
/// </summary>
internal sealed class NearestTexts : IDisposable
{
    /// <summary>File of the index in the data folder; it can always be made anew.</summary>
    public const string IndexFile = "placement.index";

    private const int AddedAtOnce = 16_384;
    private readonly LanguageMeanTable _means;
    private readonly (long[] Ids, VectorTable Rows)? _all;
    private readonly NeighborIndex? _index;
    private readonly MappedPlacementIndex? _mapped;

    private NearestTexts(LanguageMeanTable means, (long[] Ids, VectorTable Rows)? all, NeighborIndex? index, MappedPlacementIndex? mapped) =>
        (_means, _all, _index, _mapped) = (means, all, index, mapped);

    /// <summary>Opens the texts of a run: by the index that is kept, else from the posts of the run.</summary>
    public static async Task<NearestTexts> OpenAsync(Workspace workspace, IVectorStore store, long run, PlacementOptions options, CancellationToken cancellationToken)
    {
        if (PlacementIndexFile.TryOpen(PathOf(workspace), KeyOf(workspace, run, store.ModelId)) is { } mapped)
        {
            var index = NeighborIndex.Restore(mapped.State, IndexOptions(options));
            index.Remove([.. workspace.Connection.Query("SELECT PostId FROM PostTopics WHERE RunId = $1 AND State = $2", row => row.GetInt64(0), run, PlacedPost.State)]);
            return new NearestTexts(mapped.Means, null, index, mapped);
        }

        using var corpus = await MiningCorpus.LoadAsync(workspace, store, new TopicOptions().MostTextsWhole, cancellationToken, run, PlacedPost.State);
        return Make(workspace, corpus, run, store.ModelId, options, cancellationToken);
    }

    /// <summary>Deletes an index that was made before the last erasure: another process, with a data folder of its own, may have done that.</summary>
    public static void DeleteErased(Workspace workspace)
    {
        if (File.Exists(PathOf(workspace)) && PlacementIndexFile.TryReadKey(PathOf(workspace))?.EndsWith(EndOfKey(workspace), StringComparison.Ordinal) != true)
        {
            File.Delete(PathOf(workspace));
        }
    }

    /// <summary>Makes the index of a run's posts where there are many, and keeps it.</summary>
    public static void Prepare(Workspace workspace, MiningCorpus corpus, long run, string model, PlacementOptions options, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(workspace));
        if (corpus.PostIds.Length > options.MostTextsCompared)
        {
            Make(workspace, corpus, run, model, options, cancellationToken).Dispose();
        }
    }

    /// <summary>Makes them from the posts of a run; an index is kept.</summary>
    private static NearestTexts Make(Workspace workspace, MiningCorpus corpus, long run, string model, PlacementOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var posts = new CentredPosts(new TopicInput(corpus.Vectors) { LanguageOf = corpus.LanguageOf, TextKeyOf = corpus.TextKeyOf, StableKeyOf = corpus.StableKeys });
        var means = LanguageMeanTable.Of(posts.Means, corpus.Languages);
        var rows = posts.DifferentTexts(Enumerable.Range(0, corpus.PostIds.Length));
        if (rows.Length <= options.MostTextsCompared)
        {
            return new NearestTexts(means, (Array.ConvertAll(rows, row => corpus.PostIds[row]), posts.Gather(rows)), null, null);
        }

        var index = new NeighborIndex(corpus.Vectors.Dimension, IndexOptions(options));
        foreach (var part in rows.Chunk(AddedAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Add(Array.ConvertAll(part, row => corpus.PostIds[row]), posts.Gather(part));
        }

        PlacementIndexFile.Write(PathOf(workspace), KeyOf(workspace, run, model), means, index.Store());
        return new NearestTexts(means, null, index, null);
    }

    /// <summary>The nearest posts of a post, nearest first, ties by the lower number.</summary>
    /// <param name="vector">Its unit vector as the encoder gave it.</param>
    /// <param name="language">Its language; null where unknown.</param>
    /// <param name="count">Posts wanted.</param>
    public IReadOnlyList<(long Id, float Cosine)> Of(ReadOnlySpan<float> vector, string? language, int count)
    {
        var centred = _means.Centre(vector, language);
        if (_index is not null)
        {
            return _index.Nearest(centred, count);
        }

        var (ids, rows) = _all!.Value;
        var nearest = new PriorityQueue<(long Id, float Cosine), (float Cosine, long Farther)>(count + 1);
        for (var row = 0; row < ids.Length; row++)
        {
            var hit = (Id: ids[row], Cosine: SpanDot.Dot(centred, rows[row]));
            nearest.Enqueue(hit, (hit.Cosine, -hit.Id));
            if (nearest.Count > count)
            {
                nearest.Dequeue();
            }
        }

        return [.. nearest.UnorderedItems.Select(item => item.Element).OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Id)];
    }

    /// <inheritdoc/>
    public void Dispose() => _mapped?.Dispose();

    private static NeighborIndexOptions IndexOptions(PlacementOptions options) => new() { ListRows = options.ListRows, Seed = options.Seed };

    private static string PathOf(Workspace workspace) => Path.Combine(workspace.Folder, IndexFile);

    private static string KeyOf(Workspace workspace, long run, string model) => FormattableString.Invariant($"{run} {model}") + EndOfKey(workspace);

    // What was erased since lies in an index of before.
    private static string EndOfKey(Workspace workspace) => $" erasures {Settings.Read(workspace.Connection, Settings.Erasures)}";
}
