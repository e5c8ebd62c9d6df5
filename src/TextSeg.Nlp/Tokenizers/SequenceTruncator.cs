using TextSeg.Nlp.Tokenizers.PostProcessors;

namespace TextSeg.Nlp.Tokenizers;

/// <summary>Cuts a text, or a text and its pair, to a number of tokens.</summary>
internal static class SequenceTruncator
{
    /// <param name="sequences">One text, or a text and its pair.</param>
    /// <param name="budget">Tokens both may have together, special tokens not counted.</param>
    /// <exception cref="ArgumentException">The strategy cuts a text that is missing or too short to be cut so much.</exception>
    public static void Truncate(List<TokenSequence> sequences, Truncation truncation, int budget)
    {
        var total = sequences.Sum(sequence => sequence.Count);
        if (total <= budget)
        {
            return;
        }

        if (truncation.Strategy != TruncationStrategy.LongestFirst)
        {
            TruncateOne(sequences, truncation, total - budget, budget);
        }
        else if (sequences.Count == 1)
        {
            sequences[0].Truncate(budget, truncation.FromLeft);
        }
        else
        {
            var (first, second) = Share(sequences[0].Count, sequences[1].Count, budget);
            sequences[0].Truncate(first, truncation.FromLeft);
            sequences[1].Truncate(second, truncation.FromLeft);
        }
    }

    /// <summary>The shorter text keeps all its tokens if the longer one can make room; else they share evenly, the longer one has the odd token.</summary>
    private static (int First, int Second) Share(int first, int second, int budget)
    {
        var shorter = Math.Min(first, second);
        var longer = shorter > budget ? shorter : Math.Max(shorter, budget - shorter);
        if (shorter + longer > budget)
        {
            shorter = budget / 2;
            longer = shorter + (budget % 2);
        }

        return first > second ? (longer, shorter) : (shorter, longer);
    }

    private static void TruncateOne(List<TokenSequence> sequences, Truncation truncation, int excess, int budget)
    {
        var index = truncation.Strategy == TruncationStrategy.OnlyFirst ? 0 : 1;
        if (index >= sequences.Count)
        {
            throw new ArgumentException("The tokenizer truncates only the second text, but there is none. Give a pair or use another truncation strategy.");
        }

        if (budget > 0 && sequences[index].Count <= excess)
        {
            throw new ArgumentException($"The text to truncate has {sequences[index].Count} tokens and would have to lose {excess}. Allow more tokens or use another truncation strategy.");
        }

        sequences[index].Truncate(Math.Max(0, sequences[index].Count - excess), truncation.FromLeft);
    }
}
