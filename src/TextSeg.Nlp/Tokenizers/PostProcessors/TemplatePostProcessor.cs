namespace TextSeg.Nlp.Tokenizers.PostProcessors;

/// <summary>One part of a template: a text, or special tokens.</summary>
/// <param name="SequenceIndex">0 for the text, 1 for its pair, null for special tokens.</param>
/// <param name="TypeId">Type id of the part's tokens.</param>
/// <param name="Special">The special tokens with their ids; empty for a text.</param>
internal sealed record TemplatePart(int? SequenceIndex, int TypeId, IReadOnlyList<(int Id, string Token)> Special);

/// <summary>Lays the text and special tokens out as a template says, one template for a text and one for a pair.</summary>
internal sealed class TemplatePostProcessor(IReadOnlyList<TemplatePart> single, IReadOnlyList<TemplatePart> pair) : PostProcessor
{
    public override int CountSpecialTokens(bool isPair) => (isPair ? pair : single).Sum(part => part.Special.Count);

    public override List<TokenSequence> Process(List<TokenSequence> sequences, bool addSpecialTokens)
    {
        var result = new List<TokenSequence>();
        foreach (var part in sequences.Count == 2 ? pair : single)
        {
            if (part.SequenceIndex is { } index)
            {
                sequences[index].TypeId = part.TypeId;
                result.Add(sequences[index]);
            }
            else if (addSpecialTokens)
            {
                result.Add(SpecialTokens(part));
            }
        }

        return result;
    }

    private static TokenSequence SpecialTokens(TemplatePart part)
    {
        var sequence = new TokenSequence(part.TypeId);
        foreach (var (id, token) in part.Special)
        {
            sequence.Add(id, token, default);
        }

        return sequence;
    }
}
