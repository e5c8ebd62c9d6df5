using System.Globalization;

namespace TextSeg.Engine.Sources.Columns;

/// <summary>Language codes as sources write them: "de", "pt-BR", "zh_CN", "eng".</summary>
internal static class LanguageTag
{
    private static readonly Dictionary<string, string> Codes = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.TwoLetterISOLanguageName.Length == 2)
        .SelectMany(culture => new[] { culture.TwoLetterISOLanguageName, culture.ThreeLetterISOLanguageName, culture.EnglishName.ToLowerInvariant() }
            .Select(word => (Word: word, Code: culture.TwoLetterISOLanguageName)))
        .Where(pair => pair.Word.Length > 0)
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ISO 639-1 code of a tag or an English language name; null when it is neither.</summary>
    public static string? Normalize(string? value)
    {
        var plain = (value ?? "").Trim();
        var end = plain.AsSpan().IndexOfAny('-', '_');
        return Codes.GetValueOrDefault(end > 0 ? plain[..end] : plain);
    }

    public static bool IsLikely(string value) => value.Length <= 20 && Normalize(value) is not null;
}
