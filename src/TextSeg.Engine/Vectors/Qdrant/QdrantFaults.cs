using System.Net;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>What goes wrong with a server, in one sentence each that says what to do.</summary>
/// <param name="address">The server's address, without a key.</param>
internal sealed class QdrantFaults(string address)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private string Server => $"Qdrant at {address}";

    public VectorStoreException Away(Exception cause) =>
        new($"{Server} cannot be reached; start it or check VectorsAddress, then try again: nothing is lost.", cause) { RetryAfter = Soon };

    public VectorStoreException Slow(TimeSpan limit, Exception? cause = null) =>
        new($"{Server} did not answer within {limit.TotalSeconds:0.#} seconds; try again, or allow more with Qdrant:ReadTimeout or Qdrant:WriteTimeout.", cause!) { RetryAfter = Soon };

    public VectorStoreException NotSeen(TimeSpan limit) =>
        new($"{Server} took a change but did not show it within {limit.TotalSeconds:0.#} seconds; try again when it has settled: storing or deleting the same again does no harm.") { RetryAfter = Soon };

    public VectorStoreException Unreadable(string purpose) =>
        new($"{Server} answered {purpose} in a form that cannot be read; check that VectorsAddress leads to a Qdrant server of version 1.18 or a near one.");

    public VectorStoreException TooOld(string version, Version least) =>
        new($"{Server} has version {version}; TextSeg needs {least.ToString(2)} or newer: bring it up to date.");

    public VectorStoreException NoCollection(string workspace, string modelId) =>
        new($"{Server} holds no vectors of {modelId} for the workspace {workspace}; mine something into it first.");

    public VectorStoreException OtherVectors(string collection, string found, string wanted) =>
        new($"The collection {collection} of {Server} holds {found}, not {wanted}; give another Qdrant:Prefix, or delete that collection and mine again.");

    public VectorStoreException Spoilt(long id) =>
        new($"The vector of post {id} in {Server} is not finite or of another length; another program wrote it: delete it there and encode again.");

    /// <summary>The sentence for an answer that is neither good nor expected.</summary>
    /// <param name="purpose">What was asked, as in "to search".</param>
    public VectorStoreException Refused(QdrantAnswer answer, string purpose)
    {
        var words = answer.Complaint() is { Length: > 0 } complaint ? $": {complaint.TrimEnd('.', '!')}" : "";
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => new($"{Server} does not know the key; set VectorsKey to the key it was started with."),
            HttpStatusCode.Forbidden => new($"{Server} does not allow this key {purpose}; set VectorsKey to one that may write{words}."),
            HttpStatusCode.TooManyRequests when answer.RetryAfter is { } wait =>
                new($"{Server} is busy and asks to wait {wait.TotalSeconds:0} seconds; try again then: nothing is lost.") { RetryAfter = wait },
            HttpStatusCode.TooManyRequests => new($"{Server} will never take as much at once {purpose}; lower Qdrant:BatchBytes or raise the collection's rate limit{words}."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                new($"{Server} could not answer in time {purpose} (status {(int)answer.Status}){words}; try again: nothing is lost.") { RetryAfter = answer.RetryAfter ?? Soon },
            HttpStatusCode.NotFound when words.Length == 0 => new($"There is no Qdrant at {address}: the path is unknown there; check VectorsAddress."),
            _ => new($"{Server} refused {purpose} (status {(int)answer.Status}){words}."),
        };
    }
}
