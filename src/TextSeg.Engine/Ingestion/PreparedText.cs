using TextSeg.Engine.Ingestion.Duplicates;
using TextSeg.Engine.Sources;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.Privacy;

namespace TextSeg.Engine.Ingestion;

/// <summary>What is mined of a post: the author's words, cleaned and masked.</summary>
/// <param name="Prose">The words; empty when there are none. The title goes before them where it is the author's own (reviews, tickets, surveys), not the thread's.</param>
/// <param name="HasCode">Whether there was code or a log.</param>
/// <param name="Links">Links that stood in it.</param>
/// <param name="Emoji">Emoji that stood in it.</param>
/// <param name="Masked">Kinds of personal data masked, one word for each piece; null for none.</param>
/// <param name="TextKey">Equal for texts of the same words.</param>
internal sealed record PreparedText(string Prose, bool HasCode, int Links, int Emoji, string? Masked, long TextKey)
{
    /// <summary>Where the words stand in what the source gave.</summary>
    public required ProseOrigin Origin { get; init; }

    /// <summary>Whether it is what is stored.</summary>
    public bool IsAs(string? prose, string? masked, bool hasCode) => Prose == prose && Masked == masked && HasCode == hasCode;

    public static PreparedText Of(PostKind kind, string? title, string raw, TextCleaner cleaner, PersonalDataMasker masker)
    {
        var clean = cleaner.Clean(raw);
        var heading = kind is PostKind.Forum or PostKind.Chat || string.IsNullOrWhiteSpace(title) ? null : cleaner.Clean(title);
        heading = heading is null || clean.Prose.StartsWith(heading.Prose, StringComparison.OrdinalIgnoreCase) ? null : heading;
        var masked = masker.Mask(heading is null ? clean.Prose : $"{heading.Prose}\n{clean.Prose}");
        return new PreparedText(
            masked.Text,
            clean.Code.Count > 0,
            clean.Urls.Count,
            clean.EmojiWords.Count,
            masked.Spans.Count == 0 ? null : string.Join(' ', masked.Spans.Select(span => span.Kind)),
            ContentHash.Of(NormalForm.Of(masked.Text)))
        {
            Origin = new ProseOrigin(heading, clean, masked),
        };
    }
}
