namespace TextSeg.Nlp.Inference;

/// <summary>
/// Puts texts of like length together, so that little padding is computed. The plan depends only on which texts there are, never on
/// their order: sequences are sorted by length and then by their ids, and equal sequences are encoded once. Weights with dynamically
/// quantised activations take one scale for a whole batch, so this is what keeps a text's vector the same when rows are shuffled.
/// </summary>
internal static class BatchPlanner
{
    /// <param name="sequences">Token ids by row of the caller.</param>
    /// <param name="tokensPerBatch">Upper bound of texts × width, but for a batch of one.</param>
    /// <returns>Batches with the longest texts first, so that threads finish together.</returns>
    public static List<TokenBatch> Plan(int[][] sequences, int tokensPerBatch)
    {
        var order = new int[sequences.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, (a, b) => Compare(sequences[a], sequences[b]));
        var batches = new List<TokenBatch>();
        var members = new List<List<int>>();
        foreach (var row in order)
        {
            var ids = sequences[row];
            if (members.Count > 0 && sequences[members[^1][0]].AsSpan().SequenceEqual(ids))
            {
                members[^1].Add(row);
                continue;
            }

            if (members.Count > 0 && (long)(members.Count + 1) * ids.Length > tokensPerBatch)
            {
                batches.Add(Close(members, sequences));
            }

            members.Add([row]);
        }

        if (members.Count > 0)
        {
            batches.Add(Close(members, sequences));
        }

        batches.Reverse();
        return batches;
    }

    private static TokenBatch Close(List<List<int>> members, int[][] sequences)
    {
        var ids = members.ConvertAll(rows => sequences[rows[0]]).ToArray();
        var batch = new TokenBatch(ids, [.. members.Select(rows => rows.ToArray())]);
        members.Clear();
        return batch;
    }

    private static int Compare(int[] left, int[] right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : ((ReadOnlySpan<int>)left).SequenceCompareTo(right);
}
