using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Classifiers;

/// <summary>A post on its way through the classifier: what is asked, and later what was answered.</summary>
/// <param name="post">The post.</param>
/// <param name="cut">Cuts it into pieces; not asked for a text without a letter.</param>
internal sealed class PostDraft(PostText post, Func<PostText, PostPieces> cut)
{
    private int _first;
    private int? _whole;

    /// <summary>The post.</summary>
    public PostText Post => post;

    /// <summary>Whether there is a letter.</summary>
    public bool HasWords { get; } = post.Prose.Any(char.IsLetter);

    /// <summary>What is read by itself beside the whole.</summary>
    public PostPieces Pieces { get; } = post.Prose.Any(char.IsLetter) ? cut(post) : PostPieces.None;

    /// <summary>Signs of frustration in the whole.</summary>
    public IReadOnlyList<SignCount> Signs { get; } = FrustrationSigns.Count(post.Prose, post.Language);

    /// <summary>What was read of the whole.</summary>
    public TextReading Whole { get; private set; } = new([]);

    /// <summary>What was read of each piece.</summary>
    public IReadOnlyList<TextReading> Readings { get; private set; } = [];

    // A post of one sentence is read once.
    private bool IsOneSentence => Pieces.Sentences.Count == 1 && Pieces.Sentences[0].Length == post.Prose.Length;

    /// <summary>Adds the texts to read: the pieces, and the whole as what its sentences make; without sentences the whole alone.</summary>
    public void AddTexts(List<string> texts, List<WholeText> wholes)
    {
        _first = texts.Count;
        if (Pieces.Sentences.Count == 0)
        {
            texts.Add(post.Prose);
            return;
        }

        texts.AddRange(Enumerable.Range(0, Pieces.Count).Select(piece => Pieces[piece].Of(post.Prose).ToString()));
        if (!IsOneSentence)
        {
            _whole = wholes.Count;
            wholes.Add(new WholeText(post.Prose, _first, Pieces.Sentences.Count));
        }
    }

    /// <summary>Takes its answers out of those of all texts and, behind them, of all wholes.</summary>
    public void Take(IReadOnlyList<TextReading> readings, int texts)
    {
        Whole = readings[_whole is { } whole ? texts + whole : _first];
        Readings = [.. Enumerable.Range(_first, Pieces.Count).Select(row => readings[row])];
    }
}
