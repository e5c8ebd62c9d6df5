using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Standalone;

/// <summary>All posts of some inputs, in the order of the inputs: in memory, or in a file and read when asked for.</summary>
/// <param name="Posts">Every record that could be taken, in order.</param>
/// <param name="Sources">How each input was understood.</param>
/// <param name="RejectedLists">Files that list the rejected records; empty when nothing was rejected.</param>
public sealed record PostSet(IReadOnlyList<PreparedPost> Posts, IReadOnlyList<SourceReport> Sources, IReadOnlyList<string> RejectedLists) : IDisposable
{
    /// <summary>One sentence for each input that could not be read; empty when all were.</summary>
    public IReadOnlyList<string> UnreadableInputs { get; init; } = [];

    /// <summary>Records that could not be taken.</summary>
    public long Rejected => Sources.Sum(source => source.Rejected);

    /// <summary>Closes the file where there is one.</summary>
    public void Dispose() => (Posts as IDisposable)?.Dispose();

    /// <summary>Places in <see cref="Posts"/> of those with words, in order.</summary>
    public int[] RowsWithWords() => [.. Enumerable.Range(0, Posts.Count).Where(row => Posts[row].HasWords)];
}
