using System.Collections.Concurrent;
using TextSeg.Nlp.Tokenizers.Json;
using TextSeg.Nlp.Tokenizers.PostProcessors;

namespace TextSeg.Nlp.Tokenizers;

/// <summary>
/// Text to token ids, as a tokenizer.json says and as the Hugging Face tokenizers library answers for it: ids, tokens,
/// type ids, mask and offsets are equal. Safe to use from many threads.
/// </summary>
public sealed class Tokenizer
{
    /// <summary>Buffers that grew for a longer text, in UTF-16 units, are let go rather than kept.</summary>
    private const int LongestKept = 200_000;

    private readonly TokenizerPipeline _pipeline;
    private readonly ConcurrentBag<EncodingWorkspace> _workspaces;
    private readonly (int[] Before, int[] After) _around;

    internal Tokenizer(TokenizerPipeline pipeline, Truncation? truncation, Padding? padding)
        : this(pipeline, truncation, padding, [])
    {
    }

    private Tokenizer(TokenizerPipeline pipeline, Truncation? truncation, Padding? padding, ConcurrentBag<EncodingWorkspace> workspaces)
    {
        (_pipeline, Truncation, Padding, _workspaces) = (pipeline, truncation, padding, workspaces);
        _around = AroundText();
        if (truncation is not null && truncation.MaxTokens < CountSpecialTokens())
        {
            throw new ArgumentException($"A text cannot be cut to {truncation.MaxTokens} tokens, as {CountSpecialTokens()} special tokens are added to it. Allow more tokens.", nameof(truncation));
        }
    }

    /// <summary>How long texts are cut; null: not at all.</summary>
    public Truncation? Truncation { get; }

    /// <summary>How short results are filled up; null: not at all.</summary>
    public Padding? Padding { get; }

    /// <summary>Tokens in the model's vocabulary.</summary>
    public int VocabularySize => _pipeline.Model.Vocabulary.Count;

    /// <summary>Id to fill batches with: the file's own padding, else that of "[PAD]" or "&lt;pad&gt;"; null where there is none.</summary>
    public int? PaddingId => Padding?.Id ?? IdOf("[PAD]") ?? IdOf("<pad>");

    /// <summary>A token of the model's vocabulary as text, or null where no token has the id.</summary>
    public string? TokenOf(int id) => _pipeline.Model.Vocabulary.TokenOf(id);

    /// <summary>Reads a tokenizer.json.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a tokenizer.json.</exception>
    /// <exception cref="NotSupportedException">A component is not supported; the message names it.</exception>
    public static Tokenizer Load(string tokenizerJsonPath) => TokenizerReader.Read(File.ReadAllBytes(tokenizerJsonPath));

    /// <summary>Reads the content of a tokenizer.json; errors as in <see cref="Load"/>.</summary>
    public static Tokenizer FromJson(string json) => TokenizerReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>The same tokenizer with another truncation; null for none.</summary>
    public Tokenizer WithTruncation(Truncation? truncation) => new(_pipeline, truncation, Padding, _workspaces);

    /// <summary>The same tokenizer, cutting results to a number of tokens, special tokens included.</summary>
    public Tokenizer WithTruncation(int maxTokens) => WithTruncation(new Truncation(maxTokens));

    /// <summary>The same tokenizer with another padding; null for none.</summary>
    public Tokenizer WithPadding(Padding? padding) => new(_pipeline, Truncation, padding, _workspaces);

    /// <summary>Special tokens that are put around a text, or around a text and its pair.</summary>
    public int CountSpecialTokens(bool isPair = false) => _pipeline.PostProcessor?.CountSpecialTokens(isPair) ?? 0;

    /// <summary>Id of a token in the model's vocabulary, or null.</summary>
    public int? IdOf(string token) => _pipeline.Model.Vocabulary.Find(token);

    /// <summary>Tokens of a text, or of a text and its pair, with offsets; truncated and padded as set.</summary>
    public TokenizedText Encode(string text, string? pair = null, bool addSpecialTokens = true)
    {
        var result = EncodeUnpadded(text, pair, addSpecialTokens);
        return Padding is null ? result : ResultBuilder.Pad(result, Padding, ResultBuilder.PaddedLength(Padding, result.Count));
    }

    /// <summary>Tokens of several texts, padded to one length where padding is set.</summary>
    public IReadOnlyList<TokenizedText> EncodeBatch(IReadOnlyList<string> texts, bool addSpecialTokens = true)
    {
        var results = texts.Select(text => EncodeUnpadded(text, null, addSpecialTokens)).ToArray();
        if (Padding is null || results.Length == 0)
        {
            return results;
        }

        var length = ResultBuilder.PaddedLength(Padding, results.Max(result => result.Count));
        return [.. results.Select(result => ResultBuilder.Pad(result, Padding, length))];
    }

    /// <summary>Appends the ids of a text, special tokens included, truncated as set and never padded. The quick way where only ids are needed.</summary>
    /// <returns>Number of ids appended.</returns>
    public int EncodeIds(string text, List<int> ids, bool addSpecialTokens = true)
    {
        var (before, budget, keepsStart) = (ids.Count, Budget(isPair: false, addSpecialTokens), Truncation is null or { FromLeft: false });
        if (addSpecialTokens)
        {
            ids.AddRange(_around.Before);
        }

        var (first, workspace) = (ids.Count, Borrow());
        _pipeline.EncodeIds(text, workspace, ids, keepsStart ? budget : int.MaxValue);
        GiveBack(workspace, text.Length);
        if (ids.Count - first is var count && count > budget)
        {
            ids.RemoveRange(keepsStart ? first + budget : first, count - budget);
        }

        if (addSpecialTokens)
        {
            ids.AddRange(_around.After);
        }

        return ids.Count - before;
    }

    // What is put around a text does not depend on it, so a text of one token that no vocabulary has tells it.
    private (int[] Before, int[] After) AroundText()
    {
        const int Text = -1;
        var sequence = new TokenSequence(0);
        sequence.Add(Text, "", default);
        int[] ids = [.. PostProcess([sequence], addSpecialTokens: true).SelectMany(part => part.Ids)];
        var at = Array.IndexOf(ids, Text);
        return at < 0 ? (ids, []) : (ids[..at], ids[(at + 1)..]);
    }

    private TokenizedText EncodeUnpadded(string text, string? pair, bool addSpecialTokens)
    {
        List<TokenSequence> sequences = pair is null ? [EncodeOne(text, 0)] : [EncodeOne(text, 0), EncodeOne(pair, 1)];
        if (Truncation is not null)
        {
            SequenceTruncator.Truncate(sequences, Truncation, Budget(pair is not null, addSpecialTokens));
        }

        return ResultBuilder.Join(PostProcess(sequences, addSpecialTokens));
    }

    private TokenSequence EncodeOne(string text, int typeId)
    {
        var sequence = new TokenSequence(typeId, (text.Length / 4) + 4);
        var workspace = Borrow();
        _pipeline.Encode(text, workspace, sequence);
        GiveBack(workspace, text.Length);
        return sequence;
    }

    private EncodingWorkspace Borrow() => _workspaces.TryTake(out var workspace) ? workspace : new EncodingWorkspace();

    private void GiveBack(EncodingWorkspace workspace, int length)
    {
        if (length <= LongestKept)
        {
            _workspaces.Add(workspace);
        }
    }

    private List<TokenSequence> PostProcess(List<TokenSequence> sequences, bool addSpecialTokens) =>
        _pipeline.PostProcessor?.Process(sequences, addSpecialTokens) ?? sequences;

    private int Budget(bool isPair, bool addSpecialTokens) => Truncation is null
        ? int.MaxValue
        : Math.Max(0, Truncation.MaxTokens - (addSpecialTokens ? CountSpecialTokens(isPair) : 0));
}
