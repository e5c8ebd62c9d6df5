namespace TextSeg.Testing.Qdrant;

/// <summary>What the fake server refuses, with its status and words.</summary>
internal sealed class FakeRefusal(int status, string error) : Exception(error)
{
    public int Status { get; } = status;
}
