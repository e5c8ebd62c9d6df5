using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

internal static class QuickOptions
{
    /// <summary>Options that do not wait long.</summary>
    public static QdrantOptions For(FakeQdrant server) => For(server.Address);

    public static QdrantOptions For(string address) => new()
    {
        Address = address,
        Attempts = 3,
        FirstWait = TimeSpan.FromMilliseconds(5),
        ConnectTimeout = TimeSpan.FromSeconds(1),
        ReadTimeout = TimeSpan.FromSeconds(5),
        WriteTimeout = TimeSpan.FromSeconds(5),
        LongestWait = TimeSpan.FromSeconds(1),
    };
}
