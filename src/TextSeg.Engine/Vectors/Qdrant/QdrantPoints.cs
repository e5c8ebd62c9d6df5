using TextSeg.Engine.Vectors.Qdrant.Wire;
using TextSeg.Mining;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// Points of a collection by their ids: stored, removed, counted and read in requests of bounded size.
/// A post's number is the point's id bit for bit, so numbers below 0 become large ones; lists are put in order here, never by the server.
/// </summary>
internal sealed class QdrantPoints(QdrantConnection connection, QdrantCollection collection)
{
    /// <summary>Most bytes of one number of a vector in JSON: a sign, nine digits, a point, an exponent and a comma.</summary>
    private const int NumberBytes = 16;
    private const int PointBytes = 128;
    private const double Rounding = 1e-6;
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);

    private static readonly PointCondition HasVector = new() { HasVector = TextVector.Name };

    private QdrantOptions Options => connection.Options;

    private string Path => $"{collection.Path}/points";

    /// <summary>Vectors of one request or answer, so that it surely stays below the limit of bytes.</summary>
    private int RowsAtOnce => Math.Max(1, Options.BatchBytes / ((collection.Dimension * NumberBytes) + PointBytes));

    /// <summary>The server's id of a post.</summary>
    public static ulong IdOf(long post) => unchecked((ulong)post);

    /// <summary>The post of a server's id.</summary>
    public static long PostOf(ulong id) => unchecked((long)id);

    public async Task StoreAsync(BatchRows rows, CancellationToken cancellationToken)
    {
        foreach (var places in Enumerable.Range(0, rows.Ids.Length).Chunk(RowsAtOnce))
        {
            var points = places.Select(place => new PointToStore(IdOf(rows.Ids[place]), new TextVector(rows[place].ToArray()), new PointPayload(rows.Ids[place])));
            var request = QdrantRequest.Change(HttpMethod.Put, Path, new UpsertRequest(points), QdrantJson.Default.UpsertRequest, "to store vectors", Options.WriteTimeout);
            var result = await collection.RequireAsync(request, QdrantJson.Default.Written, cancellationToken);
            if (result.Status != "completed")
            {
                await UntilAsync(token => AreStoredAsync(rows, places, token), cancellationToken);
            }

            collection.NoteStored(places.Length);
        }
    }

    /// <summary>Removes points and looks that they are gone.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<long> posts, CancellationToken cancellationToken)
    {
        foreach (var ids in posts.Distinct().Order().Select(IdOf).Chunk(Options.FilterIds))
        {
            var request = QdrantRequest.Change(HttpMethod.Post, $"{Path}/delete", new DeleteRequest(ids), QdrantJson.Default.DeleteRequest, "to delete vectors", Options.WriteTimeout);
            await collection.RequireAsync(request, QdrantJson.Default.Written, cancellationToken);
            await UntilAsync(async token => await CountAsync(new PointCondition { HasId = ids }, token) == 0, cancellationToken);
        }
    }

    /// <summary>Exactly how many points have a vector.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken) => CountAsync(HasVector, cancellationToken);

    /// <summary>The vectors of those posts that have one.</summary>
    public async Task<Dictionary<long, float[]>> ReadAsync(IEnumerable<long> posts, CancellationToken cancellationToken)
    {
        var vectors = new Dictionary<long, float[]>();
        foreach (var ids in posts.Distinct().Select(IdOf).Chunk(RowsAtOnce))
        {
            var request = QdrantRequest.Ask(Path, new RetrieveRequest(ids, [TextVector.Name]), QdrantJson.Default.RetrieveRequest, "to read vectors", Options.ReadTimeout);
            foreach (var point in await collection.RequireAsync(request, QdrantJson.Default.Retrieved, cancellationToken))
            {
                if (point is { Id: { } id, Vector.Text: { } vector })
                {
                    vectors[PostOf(id)] = vector.Length == collection.Dimension && Array.TrueForAll(vector, float.IsFinite)
                        ? vector
                        : throw connection.Faults.Spoilt(PostOf(id));
                }
            }
        }

        return vectors;
    }

    /// <summary>Those of the posts that have a vector.</summary>
    public async Task<HashSet<long>> PresentAsync(IEnumerable<long> posts, CancellationToken cancellationToken)
    {
        var present = new HashSet<long>();
        foreach (var ids in posts.Distinct().Select(IdOf).Chunk(Options.FilterIds))
        {
            var filter = new PointFilter(Must: [new PointCondition { HasId = ids }, HasVector]);
            for (ulong? from = null; ;)
            {
                var request = QdrantRequest.Ask($"{Path}/scroll", new ScrollRequest(filter, ids.Length, from), QdrantJson.Default.ScrollRequest, "to list vectors", Options.ReadTimeout);
                var page = await collection.RequireAsync(request, QdrantJson.Default.Scrolled, cancellationToken);
                present.UnionWith(page.Points.Select(point => point.Id).OfType<ulong>().Select(PostOf));
                if ((from = page.NextPageOffset) is null)
                {
                    break;
                }
            }
        }

        return present;
    }

    private async Task<long> CountAsync(PointCondition condition, CancellationToken cancellationToken)
    {
        var request = QdrantRequest.Ask($"{Path}/count", new CountRequest(new PointFilter(Must: [condition])), QdrantJson.Default.CountRequest, "to count vectors", Options.ReadTimeout);
        return (await collection.RequireAsync(request, QdrantJson.Default.Counted, cancellationToken)).Count;
    }

    private async Task<bool> AreStoredAsync(BatchRows rows, int[] places, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(places.Select(place => rows.Ids[place]), cancellationToken);
        return places.All(place => stored.TryGetValue(rows.Ids[place], out var vector) && IsSame(rows[place], vector));
    }

    private static bool IsSame(ReadOnlySpan<float> sent, ReadOnlySpan<float> stored)
    {
        for (var i = 0; i < sent.Length; i++)
        {
            if (Math.Abs(sent[i] - stored[i]) > Rounding)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Looks until a change can be seen: a server that could not show it in time will, but must not be believed before.</summary>
    private async Task UntilAsync(Func<CancellationToken, Task<bool>> isSeen, CancellationToken cancellationToken)
    {
        var start = connection.Clock.GetTimestamp();
        for (var pause = FirstLook; !await isSeen(cancellationToken); pause = pause * 2 < LongestLook ? pause * 2 : LongestLook)
        {
            if (connection.Clock.GetElapsedTime(start) > Options.WriteTimeout)
            {
                throw connection.Faults.NotSeen(Options.WriteTimeout);
            }

            await Task.Delay(pause, connection.Clock, cancellationToken);
        }
    }
}
