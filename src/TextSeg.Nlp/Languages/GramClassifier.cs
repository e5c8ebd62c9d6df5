using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TextSeg.Nlp.Languages;

/// <summary>What the model makes of the words of a text.</summary>
/// <param name="Label">Index of the likeliest label.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Grams">Number of features seen, known or not.</param>
/// <param name="Dissent">Share of the features that lie in stretches which, read alone, are surely in another language.</param>
internal readonly record struct GramVerdict(int Label, double Probability, int Grams, double Dissent);

/// <summary>
/// Softmax over labels of bias + sum of the weights of known features / square root of the number of features.
/// A long text is also read in stretches, so that a text in two languages can be told from one that is in doubt.
/// </summary>
internal sealed class GramClassifier(LanguageWeights weights)
{
    /// <summary>Up to this number of features (about 20 letters) the threshold for short text holds.</summary>
    public const int ShortText = 100;

    /// <summary>From this number of features (about 65 letters) the threshold for long text holds.</summary>
    public const int LongText = 300;

    /// <summary>Features of one stretch: about 27 letters, which the model tells apart well.</summary>
    private const int Stretch = 120;

    /// <summary>Probability from which a stretch has a say of its own.</summary>
    private const double SureStretch = 0.9;

    public GramVerdict Classify(ReadOnlySpan<char> words)
    {
        Span<int> total = stackalloc int[LanguageWeights.Stride];
        Span<int> stretch = stackalloc int[LanguageWeights.Stride];
        Span<int> votes = stackalloc int[LanguageWeights.Stride];
        Span<uint> hashes = stackalloc uint[CharacterGrams.Longest];
        total.Clear();
        stretch.Clear();
        votes.Clear();
        var (grams, inStretch, voted) = (0, 0, 0);
        for (var start = 0; start < words.Length; start++)
        {
            var count = CharacterGrams.At(words, start, hashes);
            Add(hashes[..count], stretch);
            inStretch += count;
            var last = start == words.Length - 1;
            if (last || (inStretch >= Stretch && words[start + 1] == ' '))
            {
                voted += Vote(stretch, inStretch, votes);
                grams += inStretch;
                inStretch = 0;
                Merge(stretch, total);
            }
        }

        var (label, probability) = Best(total, grams);
        var dissent = grams == 0 ? 0 : (voted - votes[label]) / (double)grams;
        return new GramVerdict(label, probability, grams, dissent);
    }

    /// <summary>The least probability that is believed: two levels, a straight line between.</summary>
    public double Threshold(int grams)
    {
        var along = Math.Clamp((grams - ShortText) / (double)(LongText - ShortText), 0, 1);
        return weights.ShortThreshold + (along * (weights.LongThreshold - weights.ShortThreshold));
    }

    private static void Merge(Span<int> stretch, Span<int> total)
    {
        for (var i = 0; i < total.Length; i++)
        {
            total[i] += stretch[i];
        }

        stretch.Clear();
    }

    private void Add(ReadOnlySpan<uint> hashes, Span<int> sums)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(weights.Rows);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        foreach (var hash in hashes)
        {
            var offset = weights.OffsetOf(hash);
            if (offset < 0)
            {
                continue;
            }

            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref rows, offset)));
            var (a, b) = Vector256.Widen(low);
            var (c, d) = Vector256.Widen(high);
            (a + Vector256.LoadUnsafe(ref sum)).StoreUnsafe(ref sum);
            (b + Vector256.LoadUnsafe(ref sum, 8)).StoreUnsafe(ref sum, 8);
            (c + Vector256.LoadUnsafe(ref sum, 16)).StoreUnsafe(ref sum, 16);
            (d + Vector256.LoadUnsafe(ref sum, 24)).StoreUnsafe(ref sum, 24);
        }
    }

    private int Vote(ReadOnlySpan<int> sums, int grams, Span<int> votes)
    {
        var (label, probability) = Best(sums, grams);
        if (probability < SureStretch)
        {
            return 0;
        }

        votes[label] += grams;
        return grams;
    }

    private (int Label, double Probability) Best(ReadOnlySpan<int> sums, int grams)
    {
        var count = weights.Labels.Length;
        var root = Math.Sqrt(Math.Max(grams, 1));
        Span<double> logits = stackalloc double[LanguageWeights.Stride];
        var best = 0;
        for (var i = 0; i < count; i++)
        {
            logits[i] = weights.Bias[i] + (weights.Scale[i] * (double)sums[i] / root);
            best = logits[i] > logits[best] ? i : best;
        }

        var mass = 0.0;
        for (var i = 0; i < count; i++)
        {
            mass += Math.Exp(logits[i] - logits[best]);
        }

        return (best, 1 / mass);
    }
}
