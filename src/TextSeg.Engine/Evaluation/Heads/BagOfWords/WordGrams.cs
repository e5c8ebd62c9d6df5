using TextSeg.Nlp.Words;

namespace TextSeg.Engine.Evaluation.Heads.BagOfWords;

/// <summary>The words of a text and its pairs of neighbouring words, in lower case.</summary>
internal static class WordGrams
{
    private const char Between = ' ';

    public static IEnumerable<string> Of(string text)
    {
        var words = WordSegmenter.Words(text, "unknown");
        for (var place = 0; place < words.Count; place++)
        {
            yield return words[place].Text;
            if (place > 0)
            {
                yield return words[place - 1].Text + Between + words[place].Text;
            }
        }
    }
}
