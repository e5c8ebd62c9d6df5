using TextSeg.Mining;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Standalone;

/// <summary>Vectors of prepared posts.</summary>
public static class PostVectors
{
    /// <summary>Encodes texts all at once, so that their order shows in no vector; one unit row each.</summary>
    public static VectorTable Encode(
        OnnxEncoder encoder, IReadOnlyList<string> texts, IProgress<StageProgress>? progress, CancellationToken cancellationToken, EncodeRole role = EncodeRole.Document)
    {
        var values = new float[(long)texts.Count * encoder.Dimension];
        encoder.Encode(texts, values, role, progress is null ? null : new TextCount(progress, texts.Count), cancellationToken);
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

    private sealed class TextCount(IProgress<StageProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new StageProgress("encode", value, total));
    }
}
