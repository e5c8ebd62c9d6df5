using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>One request, ready to be sent as often as needed.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="PathAndQuery">Under the server's address.</param>
/// <param name="Body">JSON; null for none.</param>
/// <param name="Purpose">What it is for, as in "to search"; stands in messages.</param>
/// <param name="Limit">How long the server may take.</param>
internal sealed record QdrantRequest(HttpMethod Method, string PathAndQuery, byte[]? Body, string Purpose, TimeSpan Limit)
{
    /// <summary>A question without a body.</summary>
    public static QdrantRequest Get(string path, string purpose, TimeSpan limit) => new(HttpMethod.Get, path, null, purpose, limit);

    /// <summary>A question; it changes nothing.</summary>
    public static QdrantRequest Ask<T>(string path, T body, JsonTypeInfo<T> form, string purpose, TimeSpan limit) =>
        new(HttpMethod.Post, $"{path}?timeout={Seconds(limit)}", JsonSerializer.SerializeToUtf8Bytes(body, form), purpose, limit);

    /// <summary>A change of points or indexes, answered when it can be seen: without waiting, a server throws some bad changes away without a word.</summary>
    public static QdrantRequest Change<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> form, string purpose, TimeSpan limit) =>
        new(method, $"{path}?wait=true&timeout={Seconds(limit)}", JsonSerializer.SerializeToUtf8Bytes(body, form), purpose, limit);

    /// <summary>A change of collections and aliases; such changes are always waited for.</summary>
    public static QdrantRequest Make<T>(string path, T body, JsonTypeInfo<T> form, string purpose, TimeSpan limit, HttpMethod? method = null) =>
        new(method ?? HttpMethod.Put, $"{path}?timeout={Seconds(limit)}", JsonSerializer.SerializeToUtf8Bytes(body, form), purpose, limit);

    private static string Seconds(TimeSpan limit) => Math.Max(1, (long)limit.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
