namespace TextSeg.Nlp.Inference;

/// <summary>Token sequences that go through the network together.</summary>
/// <param name="Sequences">The ids of each text, none empty, the longest last.</param>
/// <param name="Rows">For each sequence, the rows of the caller's table that it fills.</param>
internal sealed record TokenBatch(int[][] Sequences, int[][] Rows)
{
    /// <summary>Length of the longest sequence, which the others are padded to.</summary>
    public int Width => Sequences[^1].Length;
}
