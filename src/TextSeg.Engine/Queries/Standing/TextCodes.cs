using System.Collections.Concurrent;

namespace TextSeg.Engine.Queries.Standing;

/// <summary>Small numbers for texts that come again and again: languages, sources, topics, sets of labels. Numbers go up from 0 in the order the texts came. Thread-safe.</summary>
internal sealed class TextCodes
{
    /// <summary>The number for no text.</summary>
    public const int None = -1;

    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Lock _adding = new();
    private volatile string[] _texts = [];

    /// <summary>All texts by number, as they are now.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>A text's number, a new one where it has none.</summary>
    public int Of(string? text) => text is null ? None : _codes.TryGetValue(text, out var code) ? code : Add(text);

    /// <summary>A text's number; null where no post has it.</summary>
    public int? Find(string text) => _codes.TryGetValue(text, out var code) ? code : null;

    private int Add(string text)
    {
        lock (_adding)
        {
            return _codes.GetOrAdd(text, added =>
            {
                _texts = [.. _texts, added];
                return _texts.Length - 1;
            });
        }
    }
}
