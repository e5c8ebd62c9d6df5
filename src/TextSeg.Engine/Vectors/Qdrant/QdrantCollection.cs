using System.Net;
using System.Text.Json.Serialization.Metadata;
using TextSeg.Engine.Vectors.Qdrant.Wire;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// The collection of one workspace and model: what it must be, and how it is made.
/// Vectors are compared by dot product, not by Qdrant's cosine: their length is 1 already, and so they come back as they were sent, not normalised again.
/// A copy in 8 bits lies in memory for the graph search, the vectors themselves on disk.
/// </summary>
internal sealed class QdrantCollection(QdrantConnection connection, string workspace, string modelId, int dimension)
{
    /// <summary>Payload field with the post's number.</summary>
    public const string PostField = "post";
    private const string Distance = "Dot";
    private const string IndexType = "integer";

    /// <summary>Share of the numbers that the 8-bit copy spans; the rare larger ones are cut (Qdrant's own recommendation).</summary>
    private const double Quantile = 0.99;
    private static readonly TimeSpan CountAge = TimeSpan.FromSeconds(30);
    private long _roughCount;
    private long _countedAt;

    public string Name { get; } = new QdrantNames(connection.Options.Prefix, workspace).Collection(modelId);

    public string ModelId => modelId;

    public int Dimension => dimension;

    public string Path => $"collections/{Name}";

    private QdrantOptions Options => connection.Options;

    /// <summary>Makes the collection where it is missing, with its payload index before the first point, and checks that it is what it must be.</summary>
    /// <param name="make">Whether a missing collection is made.</param>
    /// <exception cref="VectorStoreException">It is missing and must not be made, or holds something else.</exception>
    public async Task EnsureAsync(bool make, CancellationToken cancellationToken)
    {
        var info = await DescribeAsync(cancellationToken);
        if (info is null && make)
        {
            await CreateAsync(cancellationToken);
            info = await DescribeAsync(cancellationToken);
        }

        Check(info ?? throw connection.Faults.NoCollection(workspace, modelId));
        if (make && info.PayloadSchema?.GetValueOrDefault(PostField)?.DataType != IndexType)
        {
            var index = new IndexRequest(PostField, new IndexSchema(IndexType, Lookup: true, Range: true));
            await RequireAsync(QdrantRequest.Change(HttpMethod.Put, $"{Path}/index", index, QdrantJson.Default.IndexRequest, "to make a payload index", Options.WriteTimeout), QdrantJson.Default.Written, cancellationToken);
        }
    }

    /// <summary>Counts points that were just stored, as if all were new, until the server is asked again.</summary>
    public void NoteStored(int points) => Interlocked.Add(ref _roughCount, points);

    /// <summary>About how many points there are: the server's count for its own planning, at most half a minute old.</summary>
    public async Task<long> RoughCountAsync(CancellationToken cancellationToken)
    {
        if (connection.Clock.GetElapsedTime(Interlocked.Read(ref _countedAt)) > CountAge)
        {
            await DescribeAsync(cancellationToken);
        }

        return Interlocked.Read(ref _roughCount);
    }

    /// <summary>Sends a request that must succeed, and gives its result.</summary>
    public async Task<T> RequireAsync<T>(QdrantRequest request, JsonTypeInfo<Envelope<T>> form, CancellationToken cancellationToken)
    {
        var answer = await connection.SendAsync(request, cancellationToken);
        return answer switch
        {
            { IsGood: true } => answer.Result(form) ?? throw connection.Faults.Unreadable(request.Purpose),
            { Status: HttpStatusCode.NotFound } when answer.Complaint().Contains(Name, StringComparison.Ordinal) => throw connection.Faults.NoCollection(workspace, modelId),
            _ => throw connection.Faults.Refused(answer, request.Purpose),
        };
    }

    private async Task<CollectionInfo?> DescribeAsync(CancellationToken cancellationToken)
    {
        var request = QdrantRequest.Get(Path, "to describe a collection", Options.ReadTimeout);
        var answer = await connection.SendAsync(request, cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound && answer.Complaint().Length > 0)
        {
            return null;
        }

        var info = answer.IsGood ? answer.Result(QdrantJson.Default.Described) ?? throw connection.Faults.Unreadable(request.Purpose) : throw connection.Faults.Refused(answer, request.Purpose);
        Interlocked.Exchange(ref _roughCount, info.PointsCount ?? 0);
        Interlocked.Exchange(ref _countedAt, connection.Clock.GetTimestamp());
        return info;
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var body = new CollectionRequest(
            new TextVectorParams(new VectorParams(dimension, Distance, OnDisk: true)),
            new QuantizationConfig(new ScalarQuantization("int8", Quantile, AlwaysRam: true)),
            OnDiskPayload: true,
            new CollectionMetadata(workspace, modelId));
        var request = QdrantRequest.Make(Path, body, QdrantJson.Default.CollectionRequest, "to make a collection", Options.WriteTimeout);
        var answer = await connection.SendAsync(request, cancellationToken);

        // A conflict: another worker was faster; what it made is checked like any other.
        if (!answer.IsGood && answer.Status != HttpStatusCode.Conflict)
        {
            throw connection.Faults.Refused(answer, request.Purpose);
        }
    }

    private void Check(CollectionInfo info)
    {
        var vector = info.Config.Params.Vectors?.Text;
        var found = $"{(vector is null ? "no vectors named " + TextVector.Name : $"vectors of {vector.Size} numbers compared by {vector.Distance}")} of {info.Config.Metadata?.Model ?? "an unknown model"} for {info.Config.Metadata?.Workspace ?? "an unknown workspace"}";
        if (vector?.Size != dimension || vector.Distance != Distance || info.Config.Metadata is not { } metadata || metadata.Model != modelId || metadata.Workspace != workspace)
        {
            throw connection.Faults.OtherVectors(Name, found, $"vectors of {dimension} numbers compared by {Distance} of {modelId} for {workspace}");
        }
    }
}
