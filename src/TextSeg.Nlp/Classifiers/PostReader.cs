using TextSeg.Nlp.Classifiers.Signs;

namespace TextSeg.Nlp.Classifiers;

/// <summary>
/// Reads posts: moods, emotions, intent, urgency and frustration, all heads in one pass. The mood is told of each sentence too; signs of
/// frustration weigh in with the card's weights; urgency comes with the words that give a reason. Thread-safe; what is told of a post does
/// not depend on the posts beside it. A text without a letter is "unsure" in all, with probability 0.
/// </summary>
public sealed class PostReader
{
    private const double Smallest = 1e-6;
    private readonly ITextClassifier _classifier;
    private readonly int _sentiment;
    private readonly MoodOfSentences? _moods;

    /// <param name="classifier">Asked; not owned.</param>
    public PostReader(ITextClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
        _sentiment = classifier.Heads.Select(head => head.Name).ToList().IndexOf(HeadNames.Sentiment);
        _moods = _sentiment < 0 ? null : new MoodOfSentences(classifier.Heads[_sentiment]);
    }

    /// <summary>The model and its version: readings of different names must not be compared.</summary>
    public string Name => _classifier.Name;

    /// <summary>What is told.</summary>
    public IReadOnlyList<ClassifierHead> Heads => _classifier.Heads;

    /// <summary>Reads posts; memory grows with their number, so thousands are asked for at a time.</summary>
    /// <returns>One reading a post, in order.</returns>
    public IReadOnlyList<PostReading> Read(IReadOnlyList<PostText> posts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var drafts = new Draft[posts.Count];
        Parallel.For(0, posts.Count, row => drafts[row] = Prepare(posts[row]));
        var texts = new List<string>(posts.Count * 3);
        foreach (var draft in drafts)
        {
            draft.First = texts.Count;
            texts.AddRange(draft.Texts());
        }

        var readings = _classifier.Read(texts, cancellationToken);
        return [.. drafts.Select(draft => Finish(draft, readings))];
    }

    /// <summary>The probabilities alone, signs included: nothing by sentence, no reasons.</summary>
    public IReadOnlyList<TextReading> ReadHeads(IReadOnlyList<PostText> posts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var readings = _classifier.Read([.. posts.Select(post => post.Prose)], cancellationToken);
        return [.. posts.Zip(readings, (post, reading) => WithSigns(reading, FrustrationSigns.Count(post.Prose, post.Language)))];
    }

    private Draft Prepare(PostText post)
    {
        var hasWords = post.Prose.Any(char.IsLetter);
        var sentences = _moods is null || !hasWords ? [] : MoodOfSentences.Sentences(post.Prose);
        return new Draft(post.Prose, hasWords, sentences)
        {
            Clauses = [.. sentences.SelectMany(sentence => MoodOfSentences.Clauses(post.Prose, sentence, post.Language))],
            Signs = FrustrationSigns.Count(post.Prose, post.Language),
            Reasons = UrgencyReasons.Find(post.Prose, post.Language),
        };
    }

    private PostReading Finish(Draft draft, IReadOnlyList<TextReading> readings)
    {
        if (!draft.HasWords)
        {
            return new PostReading { Answers = [.. Heads.Select(head => new HeadAnswer(head.Name, [new LabelReading(ClassifierHead.Unsure, 0)], []))] };
        }

        var whole = WithSigns(readings[draft.First], draft.Signs);
        var answers = Heads.Zip(whole.Heads, (head, reading) => new HeadAnswer(
            head.Name, head.Decide(reading), [.. head.Labels.Select((label, at) => new LabelReading(label, reading.Probabilities[at]))])).ToArray();
        var sentences = Array.Empty<SentenceMood>();
        if (_moods is not null)
        {
            var pieces = Enumerable.Range(draft.FirstPiece, draft.Sentences.Count + draft.Clauses.Count).Select(row => readings[row].Heads[_sentiment]).ToArray();
            sentences = [.. draft.Sentences.Zip(pieces, (span, piece) => new SentenceMood(span, Heads[_sentiment].Decide(piece)[0]))];
            answers[_sentiment] = _moods.MixedOf(pieces) is { } mixed ? answers[_sentiment] with { Labels = [mixed] } : answers[_sentiment];
        }

        return new PostReading { Answers = answers, Sentences = sentences, Signs = draft.Signs, Reasons = draft.Reasons };
    }

    // A logistic model over the head's log-odds and the counts of signs, as the card's weights were fitted.
    private TextReading WithSigns(TextReading reading, IReadOnlyList<SignCount> signs) => signs.Count == 0 || Heads.All(head => head.Signs.Count == 0)
        ? reading
        : new TextReading([.. Heads.Zip(reading.Heads, (head, answer) => Weigh(answer, signs.Sum(sign => head.Signs.GetValueOrDefault(sign.Sign) * sign.Count)))]);

    private static HeadReading Weigh(HeadReading reading, double weight) => weight == 0
        ? reading
        : reading with { Probabilities = [.. reading.Probabilities.Select(probability => (float)(1 / (1 + Math.Exp(-LogOdds(probability) - weight))))] };

    internal static double LogOdds(double probability)
    {
        var bounded = Math.Clamp(probability, Smallest, 1 - Smallest);
        return Math.Log(bounded / (1 - bounded));
    }

    private sealed record Draft(string Prose, bool HasWords, IReadOnlyList<TextSpan> Sentences)
    {
        public required IReadOnlyList<TextSpan> Clauses { get; init; }

        public required IReadOnlyList<SignCount> Signs { get; init; }

        public required IReadOnlyList<UrgencyReason> Reasons { get; init; }

        public int First { get; set; }

        /// <summary>Where the readings of sentences and clauses begin: a post of one sentence is read once.</summary>
        public int FirstPiece => IsOneSentence ? First : First + 1;

        private bool IsOneSentence => Sentences.Count == 1 && Sentences[0].Length == Prose.Length;

        public IEnumerable<string> Texts() =>
            (IsOneSentence ? Clauses : Sentences.Concat(Clauses)).Select(span => Prose[span.Start..span.End]).Prepend(Prose);
    }
}
