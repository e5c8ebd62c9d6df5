using System.Runtime.ExceptionServices;
using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Reads posts: moods, emotions, intent, urgency and frustration, all heads in one pass over the whole, its sentences and their parts. The mood is told of
/// each sentence too, and praise that bad news belies does not count; emotions and urgency are pooled over the sentences; signs of frustration weigh in
/// with the card's weights; urgency comes with the words that give a reason. Thread-safe; what is told of a post does not depend on the posts beside it. A text without a letter is "unsure" in all,
/// with probability 0.
/// </summary>
public sealed class PostReader
{
    private const double Smallest = 1e-6;
    private const int AtOnce = 128; // posts whose sentences' summaries are held in memory together
    private readonly ITextClassifier _classifier;
    private readonly int _sentiment;
    private readonly bool _readsSentences;
    private readonly MixedMood? _mixed;
    private readonly IronicPraise? _ironic;

    /// <param name="classifier">Asked; not owned.</param>
    public PostReader(ITextClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
        _sentiment = classifier.Heads.Select(head => head.Name).ToList().IndexOf(HeadNames.Sentiment);
        _readsSentences = classifier.Heads.Any(head => head.Name is HeadNames.Sentiment or HeadNames.Emotion or HeadNames.Urgency);
        _mixed = _sentiment < 0 ? null : new MixedMood(classifier.Heads[_sentiment]);
        _ironic = _sentiment < 0 ? null : new IronicPraise(classifier.Heads[_sentiment]);
    }

    /// <summary>The model and its version: readings of different names must not be compared.</summary>
    public string Name => _classifier.Name;

    /// <summary>What is told.</summary>
    public IReadOnlyList<ClassifierHead> Heads => _classifier.Heads;

    /// <summary>Reads posts; memory grows with their number, so thousands are asked for at a time.</summary>
    /// <returns>One reading a post, in order.</returns>
    public IReadOnlyList<PostReading> Read(IReadOnlyList<PostText> posts, CancellationToken cancellationToken = default) =>
        Read(posts, post => _mixed is null ? PostPieces.SentencesOf(post.Prose) : PostPieces.Of(post), Finish, cancellationToken);

    /// <summary>The probabilities alone, as <see cref="HeadAnswer.Probabilities"/> of <see cref="Read"/>: no moods of sentences, no mixed mood, no irony, no reasons.</summary>
    public IReadOnlyList<TextReading> ReadHeads(IReadOnlyList<PostText> posts, CancellationToken cancellationToken = default) =>
        Read(posts, post => PostPieces.SentencesOf(post.Prose), Pool, cancellationToken);

    // Slices of posts run side by side, each from the text to its readings: what is known of pieces and words lives no longer than its slice.
    private T[] Read<T>(IReadOnlyList<PostText> posts, Func<PostText, PostPieces> cut, Func<PostDraft, T> finish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var readings = new T[posts.Count];
        var limit = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(Enumerable.Range(0, posts.Count).Chunk(AtOnce), limit, rows =>
            {
                var drafts = new PostDraft[rows.Length];
                Parallel.For(0, rows.Length, row => drafts[row] = new PostDraft(posts[rows[row]], _readsSentences ? cut : _ => PostPieces.None));
                Ask(drafts, cancellationToken);
                Parallel.For(0, rows.Length, row => readings[rows[row]] = finish(drafts[row]));
            });
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]); // one fault is enough, and it says what is wrong
        }

        return readings;
    }

    private void Ask(PostDraft[] drafts, CancellationToken cancellationToken)
    {
        var (texts, wholes) = (new List<string>(drafts.Length * 8), new List<WholeText>(drafts.Length));
        foreach (var draft in drafts)
        {
            draft.AddTexts(texts, wholes);
        }

        var readings = _classifier.Read(texts, wholes, cancellationToken);
        foreach (var draft in drafts)
        {
            draft.Take(readings, texts.Count);
        }
    }

    private PostReading Finish(PostDraft draft)
    {
        if (!draft.HasWords)
        {
            return new PostReading { Answers = [.. Heads.Select(head => new HeadAnswer(head.Name, [new LabelReading(ClassifierHead.Unsure, 0)], []))] };
        }

        var pooled = Pool(draft).Heads.ToArray();
        HeadReading[] moods = _sentiment < 0 ? [] : [.. draft.Readings.Select(reading => reading.Heads[_sentiment])];
        if (_ironic?.OfWhole(draft.Pieces, moods) is { } meant)
        {
            pooled[_sentiment] = meant;
        }

        var answers = Heads.Zip(pooled, (head, reading) => new HeadAnswer(
            head.Name, head.Decide(reading), [.. head.Labels.Select((label, at) => new LabelReading(label, reading.Probabilities[at]))])).ToArray();
        var sentences = Array.Empty<SentenceMood>();
        if (_mixed is not null && _ironic is not null)
        {
            HeadReading[] read = [.. _ironic.Of(draft.Pieces, moods), .. moods.Skip(draft.Pieces.Sentences.Count).Take(draft.Pieces.Clauses.Count)];
            sentences = [.. draft.Pieces.Sentences.Zip(read, (span, mood) => new SentenceMood(span, Heads[_sentiment].Decide(mood)[0]))];
            answers[_sentiment] = _mixed.Of(draft.Post, draft.Pieces, read) is { } mixed ? answers[_sentiment] with { Labels = [mixed] } : answers[_sentiment];
        }

        return new PostReading { Answers = answers, Sentences = sentences, Signs = draft.Signs, Reasons = UrgencyReasons.Find(draft.Post.Prose, draft.Post.Language) };
    }

    // Sentences first; then a logistic model over the head's log-odds and the counts of signs, as the card's weights were fitted.
    private TextReading Pool(PostDraft draft) => new([.. Heads.Select((head, at) =>
    {
        var whole = draft.Whole.Heads[at];
        HeadReading[] Sentences() => [.. draft.Readings.Take(draft.Pieces.Sentences.Count).Select(reading => reading.Heads[at])];
        var pooled = head.Name switch
        {
            HeadNames.Emotion => SentencePooling.Emotion(head, whole, Sentences()),
            HeadNames.Urgency => SentencePooling.Urgency(head, whole, Sentences()),
            _ => whole,
        };
        return Weigh(pooled, draft.Signs.Sum(sign => head.Signs.GetValueOrDefault(sign.Sign) * sign.Count));
    })]);

    private static HeadReading Weigh(HeadReading reading, double weight) => weight == 0
        ? reading
        : reading with { Probabilities = [.. reading.Probabilities.Select(probability => (float)(1 / (1 + Math.Exp(-LogOdds(probability) - weight))))] };

    internal static double LogOdds(double probability)
    {
        var bounded = Math.Clamp(probability, Smallest, 1 - Smallest);
        return Math.Log(bounded / (1 - bounded));
    }
}
