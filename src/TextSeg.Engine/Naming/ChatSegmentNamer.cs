using Microsoft.Extensions.AI;
using TextSeg.Engine.Storage;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Naming;

/// <summary>
/// Names drafted by a chat model. What it answers is a draft: <see cref="NameProof"/> decides what is shown. Where there is no usable answer,
/// the name is an extractive one with a note that says why. After an answer that will not come for other segments either, no more is asked in this run.
/// </summary>
public sealed class ChatSegmentNamer : ISegmentNamer
{
    /// <summary>Segments in a row without an answer after which the endpoint is left alone.</summary>
    private const int GivesUpAfter = 2;

    private readonly ExtractiveSegmentNamer _plain = new();
    private readonly ChatNamerOptions _options;
    private readonly ChatAnswers _answers;
    private readonly ChatCalls _calls;
    private int _failures;
    private string? _over;

    /// <param name="client">The endpoint.</param>
    /// <param name="options">Model, budget and waits; checked before.</param>
    /// <param name="workspace">Remembers answers.</param>
    /// <param name="clock">Waits and times.</param>
    public ChatSegmentNamer(IChatClient client, ChatNamerOptions options, Workspace workspace, TimeProvider clock)
    {
        _options = options;
        Usage = new ChatUsage(options);
        _answers = new ChatAnswers(workspace, clock);
        _calls = new ChatCalls(client, options, Usage, clock);
    }

    /// <summary>The chat model.</summary>
    public string Model => _options.Model;

    /// <summary>What was asked so far.</summary>
    public ChatUsage Usage { get; }

    /// <inheritdoc/>
    public async Task<SegmentName> NameAsync(SegmentEvidence evidence, CancellationToken cancellation)
    {
        var prompt = NamingPrompt.Write(evidence, _options.LanguageName);
        try
        {
            var answer = await AnswerAsync(prompt, cancellation);
            return NameDraft.Read(answer) is { } draft ? Named(evidence, draft) : await PlainAsync(evidence, "The chat model's answer was not in the form asked for.", cancellation);
        }
        catch (ChatException failure)
        {
            Usage.GiveUp();
            _failures += failure.MayPass ? 1 : 0;
            _over ??= failure.EndsRun || _failures >= GivesUpAfter ? failure.Message : null;
            return await PlainAsync(evidence, failure.Message, cancellation);
        }
    }

    private async Task<string> AnswerAsync(NamingPrompt prompt, CancellationToken cancellation)
    {
        if (_answers.Find(_options.Model, prompt) is { } known)
        {
            Usage.Remember();
            return known;
        }

        if (_over is not null)
        {
            throw new ChatException(_over);
        }

        var answer = await _calls.AskAsync(prompt, cancellation);
        _failures = 0;
        _answers.Keep(_options.Model, prompt, answer);
        return answer;
    }

    private SegmentName Named(SegmentEvidence evidence, NameDraft draft)
    {
        var clauses = draft.Clauses.Select(clause => clause with { Text = clause.Text.EndsWith('.') ? clause.Text : clause.Text + "." }).ToArray();
        return new SegmentName(draft.Name.Text.TrimEnd('.'), SegmentDescription.Write(evidence, clauses), CitedPhrases(evidence, draft.Name))
        {
            Maker = _options.Model, Evidence = draft.Name.Evidence, Clauses = clauses,
        };
    }

    private static string[] CitedPhrases(SegmentEvidence evidence, NameClause name) =>
        [.. EvidenceSheet.Of(evidence).Cited(name.Evidence).Where(item => item.Kind == EvidenceKind.Phrase).Select(item => item.Text)];

    private async Task<SegmentName> PlainAsync(SegmentEvidence evidence, string note, CancellationToken cancellation) =>
        await _plain.NameAsync(evidence, cancellation) with { Note = note };
}
