using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Classifiers;

/// <summary>A post on its way through the classifier: what is asked, and later what was answered.</summary>
/// <param name="post">The post.</param>
/// <param name="cut">Cuts it into pieces; not asked for a text without a letter.</param>
internal sealed class PostDraft(PostText post, Func<PostText, PostPieces> cut)
{
    private int _first;

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

    /// <summary>Adds the texts to read.</summary>
    public void AddTexts(List<string> texts)
    {
        _first = texts.Count;
        texts.Add(post.Prose);
        texts.AddRange(Enumerable.Range(0, Pieces.Count).Skip(IsOneSentence ? 1 : 0).Select(piece => Pieces[piece].Of(post.Prose).ToString()));
    }

    /// <summary>Takes its answers out of those of all texts.</summary>
    public void Take(IReadOnlyList<TextReading> readings)
    {
        Whole = readings[_first];
        var first = IsOneSentence ? _first : _first + 1;
        Readings = [.. Enumerable.Range(first, Pieces.Count).Select(row => readings[row])];
    }
}
