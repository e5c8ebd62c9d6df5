using System.Numerics.Tensors;
using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>How often the nearest thread of all (the mean of its other posts, at length 1) is the one that a held-out reply belongs to.</summary>
internal sealed class ThreadFigures(TextVectors vectors, Bootstrap bootstrap)
{
    /// <exception cref="JobException">A thread has no held-out reply, or several, or nothing else.</exception>
    public IEnumerable<EncoderFigure> Of(EncoderSet<ThreadRow> set)
    {
        var threads = set.Rows.Select((row, place) => (row, place)).GroupBy(pair => pair.row.Thread, StringComparer.Ordinal)
            .OrderBy(thread => thread.Key, StringComparer.Ordinal).ToArray();
        if (Array.Find(threads, thread => thread.Count(post => post.row.Reply) != 1 || thread.Count() < 2) is { } odd)
        {
            throw new JobException($"{set.Path}: each thread needs one row with \"reply\": true and at least one with false, and thread {odd.Key} has not; write the set again with scripts/eval-data.");
        }

        var table = vectors.Of(set.Rows.Select(row => row.Text));
        int[] replies = [.. threads.Select(thread => thread.Single(post => post.row.Reply).place)];
        var means = threads.Select(thread => Mean(table, thread.Where(post => !post.row.Reply).Select(post => post.place))).ToArray();
        var hits = FirstHits.Of(threads.Length, (reply, thread) => TensorPrimitives.Dot(table[replies[reply]], means[thread]));
        var figure = bootstrap.Of(Bootstrap.EachAlone(hits.Length), weights => FirstHits.Share(hits, weights));
        yield return new EncoderFigure(set.Name, $"a held-out reply finds its thread among {threads.Length}, top-1", Language: null, threads.Length, figure);
    }

    private static float[] Mean(VectorTable table, IEnumerable<int> rows)
    {
        var mean = new float[table.Dimension];
        foreach (var row in rows)
        {
            TensorPrimitives.Add(mean, table[row], mean);
        }

        TensorPrimitives.Divide(mean, TensorPrimitives.Norm<float>(mean), mean);
        return mean;
    }
}
