using TextSeg.Mining;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Standalone;

/// <summary>Vectors of prepared posts.</summary>
public static class PostVectors
{
    private const int EncodedAtOnce = 32_768;

    /// <summary>Encodes texts all at once, so that their order shows in no vector; one unit row each.</summary>
    public static VectorTable Encode(
        OnnxEncoder encoder, IReadOnlyList<string> texts, IProgress<StageProgress>? progress, CancellationToken cancellationToken, EncodeRole role = EncodeRole.Document)
    {
        var values = new float[(long)texts.Count * encoder.Dimension];
        encoder.Encode(texts, values, role, progress is null ? null : new TextCount(progress, 0, texts.Count), cancellationToken);
        return new VectorTable(encoder.Dimension, values);
    }

    /// <summary>Vectors of posts, one row each; zeros where a post has no words.</summary>
    public static VectorTable OfPosts(OnnxEncoder encoder, IReadOnlyList<PreparedPost> posts, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        int[] rows = [.. Enumerable.Range(0, posts.Count).Where(row => posts[row].HasWords)];
        var encoded = Encode(encoder, [.. rows.Select(row => posts[row].Prose)], progress, cancellationToken);
        if (rows.Length == posts.Count)
        {
            return encoded;
        }

        var all = new VectorTable(encoder.Dimension, new float[(long)posts.Count * encoder.Dimension]);
        for (var row = 0; row < rows.Length; row++)
        {
            encoded[row].CopyTo(all.Values.AsSpan(rows[row] * encoder.Dimension));
        }

        return all;
    }

    /// <summary>
    /// Vectors of the posts with words. Where there are more than <paramref name="mostWhole"/> they are shortened (<see cref="QuantizedRows"/>) and encoded in parts;
    /// what is in which part depends on the posts, not on their order.
    /// </summary>
    internal static VectorTable OfRows(
        OnnxEncoder encoder, IReadOnlyList<PreparedPost> posts, PostColumns columns, int mostWhole, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        if (columns.Rows.Length <= mostWhole)
        {
            return Encode(encoder, [.. columns.Rows.Select(row => posts[row].Prose)], progress, cancellationToken);
        }

        var order = Enumerable.Range(0, columns.Rows.Length).ToArray();
        Array.Sort((ulong[])columns.StableKeyOf.Clone(), order);
        var shortened = QuantizedRows.InMemory(order.Length, encoder.Dimension);
        var values = new float[EncodedAtOnce * encoder.Dimension];
        var done = 0;
        foreach (var part in order.Chunk(EncodedAtOnce))
        {
            string[] texts = [.. part.Select(row => posts[columns.Rows[row]].Prose)];
            encoder.Encode(texts, values, progress: progress is null ? null : new TextCount(progress, done, order.Length), cancellation: cancellationToken);
            for (var i = 0; i < part.Length; i++)
            {
                shortened.Set(part[i], values.AsSpan(i * encoder.Dimension, encoder.Dimension));
            }

            done += part.Length;
        }

        return new VectorTable(shortened);
    }

    private sealed class TextCount(IProgress<StageProgress> progress, int before, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new StageProgress("encode", before + value, total));
    }
}
