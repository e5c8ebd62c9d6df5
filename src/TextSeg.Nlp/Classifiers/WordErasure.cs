using TextSeg.Nlp.Words;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Finds the words that moved a label: each word is left out in turn and the text read again (Li, Monroe and Jurafsky 2016, "Understanding
/// Neural Networks through Representation Erasure", section 4.2). A word's weight is by how much the label's log-odds fall without it: above 0 it
/// spoke for the label, below 0 against it. It takes as many readings as there are words, so it is done only when asked for. Of a text of
/// more than 256 words the first quarter of that number and the last three quarters are tried, as the classifier reads a text's head and tail.
/// </summary>
/// <param name="reader">Reads the texts; signs of frustration are counted anew without the word.</param>
public sealed class WordErasure(PostReader reader)
{
    private const int MostWords = 256;
    private const int AtOnce = 4096;
    private const int WordsOfHead = 5;
    private const double Least = 0.1;

    /// <summary>For each post and head the words that moved the likeliest label most: at most five that do not overlap, those with the greatest weight first.</summary>
    public IReadOnlyList<IReadOnlyList<MovingWord>> Explain(IReadOnlyList<PostText> posts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var found = new List<IReadOnlyList<MovingWord>>(posts.Count);
        var next = 0;
        while (next < posts.Count)
        {
            var (batch, words) = (new List<PostText>(), new List<TextSpan[]>());
            for (var texts = 0; next < posts.Count && texts < AtOnce; next++)
            {
                words.Add(WordsOf(posts[next]));
                batch.Add(posts[next]);
                batch.AddRange(words[^1].Select(word => posts[next] with { Prose = posts[next].Prose.Remove(word.Start, word.Length) }));
                texts += words[^1].Length + 1;
            }

            var readings = reader.ReadHeads(batch, cancellationToken);
            var first = 0;
            foreach (var spans in words)
            {
                found.Add([.. reader.Heads.SelectMany((_, head) => Weigh(head, first, spans, readings))]);
                first += spans.Length + 1;
            }
        }

        return found;
    }

    private static TextSpan[] WordsOf(PostText post)
    {
        TextSpan[] words = [.. WordSegmenter.Words(post.Prose, post.Language).Select(word => new TextSpan(word.Start, word.Start + word.Length))];
        return words.Length <= MostWords ? words : [.. words[..(MostWords / 4)], .. words[^(MostWords - (MostWords / 4))..]];
    }

    private List<MovingWord> Weigh(int head, int first, TextSpan[] words, IReadOnlyList<TextReading> readings)
    {
        var label = readings[first].Heads[head].Likeliest;
        var whole = PostReader.LogOdds(readings[first].Heads[head].Probabilities[label]);
        var moving = words
            .Select((word, at) => new MovingWord(
                reader.Heads[head].Name, reader.Heads[head].Labels[label], word, whole - PostReader.LogOdds(readings[first + 1 + at].Heads[head].Probabilities[label])))
            .Where(word => Math.Abs(word.Weight) >= Least)
            .OrderByDescending(word => Math.Abs(word.Weight)).ThenBy(word => word.Span.Start);
        var chosen = new List<MovingWord>();
        foreach (var word in moving)
        {
            if (chosen.Count < WordsOfHead && chosen.TrueForAll(other => other.Span.End <= word.Span.Start || word.Span.End <= other.Span.Start))
            {
                chosen.Add(word);
            }
        }

        return chosen;
    }
}

/// <summary>A word that moved a label.</summary>
/// <param name="Head">Name of the head.</param>
/// <param name="Label">The head's likeliest label for the text.</param>
/// <param name="Span">The word, in UTF-16 units of the prose.</param>
/// <param name="Weight">Log-odds of the label with the word less those without it.</param>
public sealed record MovingWord(string Head, string Label, TextSpan Span, double Weight);
