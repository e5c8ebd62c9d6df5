using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Words;

namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>
/// The rule that help desks write first: a text with a word of haste is urgent, one with a word of patience is calm, any other is normal.
/// A baseline for the head urgency, in English, German, French, Spanish, Italian, Portuguese and Dutch.
/// </summary>
public sealed class UrgencyKeywords : ITextClassifier
{
    private const string Urgent = "urgent";
    private const string Calm = "calm";
    private static readonly string[] Haste =
    [
        "urgent", "urgently", "asap", "immediately", "immediate", "emergency", "critical", "outage", "down", "deadline", "right away", "right now", "as soon as",
        "blocker", "blocked", "hurry", "today", "dringend", "sofort", "eilig", "notfall", "frist", "urgence", "immédiatement", "panne", "urgente", "inmediatamente",
        "emergencia", "subito", "emergenza", "scadenza", "imediatamente", "emergência", "prazo", "spoed", "onmiddellijk", "meteen", "storing",
    ];

    private static readonly string[] Patience =
    [
        "no rush", "no hurry", "whenever", "take your time", "not urgent", "someday", "keine eile", "nicht eilig", "pas pressé", "sin prisa", "senza fretta", "sem pressa", "geen haast",
    ];

    private readonly int _urgent;
    private readonly int _calm;
    private readonly int _normal;

    /// <param name="head">Knows the labels urgent and calm, and a third for all other texts.</param>
    public UrgencyKeywords(ClassifierHead head)
    {
        Heads = [new ClassifierHead(head.Name, head.Labels)];
        var labels = head.Labels.ToList();
        (_urgent, _calm) = (labels.IndexOf(Urgent), labels.IndexOf(Calm));
        _normal = labels.FindIndex(label => label is not (Urgent or Calm));
    }

    /// <inheritdoc/>
    public string Name => "keyword rule";

    /// <inheritdoc/>
    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <summary>Whether a head has the labels that the rule tells.</summary>
    public static bool Fits(ClassifierHead head) => head is { HasSeveral: false, Labels.Count: 3 } && head.Labels.Contains(Urgent) && head.Labels.Contains(Calm);

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. texts.Select(Place).Select(place => new TextReading([new HeadReading(Heads[0].Name, [.. Heads[0].Labels.Select((_, label) => label == place ? 1f : 0f)])]))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private int Place(string text)
    {
        var words = ' ' + string.Join(' ', WordSegmenter.Words(text, "unknown").Select(word => word.Text)) + ' ';
        return Has(words, Patience) ? _calm : Has(words, Haste) ? _urgent : _normal;
    }

    private static bool Has(string words, string[] wanted) => Array.Exists(wanted, word => words.Contains($" {word} ", StringComparison.Ordinal));
}
