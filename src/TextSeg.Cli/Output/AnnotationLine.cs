using TextSeg.Engine.Standalone;
using TextSeg.Nlp;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Cli.Output;

/// <summary>What <c>annotate</c> writes of one post; a head that the model lacks is left out.</summary>
internal sealed class AnnotationLine(PreparedPost post)
{
    /// <summary>What was read; null for the language alone.</summary>
    public PostReading? Reading { get; init; }

    /// <summary>The words that moved the labels; null when not asked for.</summary>
    public IReadOnlyList<MovingWord>? Words { get; init; }

    /// <summary>Whether the counted signs are written.</summary>
    public bool WithSigns { get; init; }

    /// <summary>The line as an object to write.</summary>
    public Dictionary<string, object> Build()
    {
        var line = new Dictionary<string, object> { ["id"] = post.Id, ["language"] = post.GuessedLanguage, ["confidence"] = Round(post.LanguageConfidence) };
        foreach (var answer in Reading?.Answers ?? [])
        {
            line[answer.Head == HeadNames.Emotion ? "emotions" : answer.Head] = Answer(answer, Reading!);
        }

        if (WithSigns)
        {
            line["signs"] = (Reading?.Signs ?? []).ToDictionary(sign => sign.Sign, sign => sign.Count);
        }

        if (Words is not null)
        {
            line["words"] = Words.GroupBy(word => word.Head)
                .ToDictionary(group => group.Key, group => group.Select(word => Part(word.Span) with { Label = word.Label, Weight = Round(word.Weight) }));
        }

        return line;
    }

    private object Answer(HeadAnswer answer, PostReading reading) => answer.Head switch
    {
        HeadNames.Sentiment => new
        {
            answer.Labels[0].Label,
            Confidence = Round(answer.Labels[0].Probability),
            Probabilities = answer.Probabilities.ToDictionary(label => label.Label, label => Round(label.Probability)),
            Sentences = reading.Sentences.Select(sentence => Part(sentence.Span) with { Label = sentence.Mood.Label, Confidence = Round(sentence.Mood.Probability) }),
        },
        HeadNames.Emotion => answer.Labels.Select(Single),
        HeadNames.Urgency => new
        {
            answer.Labels[0].Label,
            Confidence = Round(answer.Labels[0].Probability),
            Reasons = reading.Reasons.Select(reason => Part(reason.Span) with { Reason = reason.Reason }),
        },
        HeadNames.Frustration => answer.Probabilities.Count == 0 ? 0 : Round(answer.Probabilities[0].Probability),
        _ => Single(answer.Labels[0]),
    };

    private static object Single(LabelReading label) => new { label.Label, Confidence = Round(label.Probability) };

    private static double Round(double value) => Math.Round(value, 4);

    private TextPart Part(TextSpan span)
    {
        var part = new TextPart(span.Of(post.Prose).ToString());
        return post.Origin?.ToOriginal(span) is { } original
            ? part with { Field = original.InTitle ? "title" : "text", Start = original.Span.Start, End = original.Span.End }
            : part;
    }

    /// <summary>Some words of a post, masked; with their place in the original, in UTF-16 units of the field, where that is known.</summary>
    private sealed record TextPart(string Text)
    {
        public string? Field { get; init; }

        public int? Start { get; init; }

        public int? End { get; init; }

        public string? Reason { get; init; }

        public string? Label { get; init; }

        public double? Confidence { get; init; }

        public double? Weight { get; init; }
    }
}
