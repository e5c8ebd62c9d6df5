namespace TextSeg.Nlp.Languages;

/// <summary>The letters that a text is written in. Several blocks of Unicode may make one writing system.</summary>
internal enum WritingSystem : byte
{
    None,
    Latin,
    Cyrillic,
    Devanagari,
    Arabic,
    Hebrew,
    Greek,
    Thai,
    Han,
    Kana,
    Hangul,
    Georgian,
    Armenian,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Gujarati,
    Gurmukhi,
    Khmer,
    Lao,
    Burmese,
    Sinhala,
    Other,
}

/// <summary>Finds the writing system of a UTF-16 code unit by table. Digits, punctuation and surrogates have none.</summary>
internal static class WritingSystems
{
    public static readonly int Count = Enum.GetValues<WritingSystem>().Length;

    /// <summary>Blocks of letters and their marks (Unicode 16, Blocks.txt), first and last code point.</summary>
    private static readonly (WritingSystem System, int First, int Last)[] Blocks =
    [
        (WritingSystem.Latin, 'A', 'Z'), (WritingSystem.Latin, 'a', 'z'), (WritingSystem.Latin, 0xAA, 0xAA), (WritingSystem.Latin, 0xBA, 0xBA),
        (WritingSystem.Latin, 0xC0, 0xD6), (WritingSystem.Latin, 0xD8, 0xF6), (WritingSystem.Latin, 0xF8, 0x24F),
        (WritingSystem.Latin, 0x300, 0x36F), (WritingSystem.Latin, 0x1E00, 0x1EFF),
        (WritingSystem.Cyrillic, 0x400, 0x482), (WritingSystem.Cyrillic, 0x48A, 0x52F),
        (WritingSystem.Devanagari, 0x900, 0x963), (WritingSystem.Devanagari, 0x971, 0x97F),
        (WritingSystem.Arabic, 0x620, 0x65F), (WritingSystem.Arabic, 0x66E, 0x6D3), (WritingSystem.Arabic, 0x6FA, 0x6FF),
        (WritingSystem.Arabic, 0xFB50, 0xFDFF), (WritingSystem.Arabic, 0xFE70, 0xFEFC),
        (WritingSystem.Hebrew, 0x591, 0x5F4), (WritingSystem.Greek, 0x370, 0x3FF), (WritingSystem.Greek, 0x1F00, 0x1FFF),
        (WritingSystem.Thai, 0xE01, 0xE3A), (WritingSystem.Thai, 0xE40, 0xE4E),
        (WritingSystem.Han, 0x3005, 0x3007), (WritingSystem.Han, 0x3400, 0x4DBF), (WritingSystem.Han, 0x4E00, 0x9FFF), (WritingSystem.Han, 0xF900, 0xFAFF),
        (WritingSystem.Kana, 0x3041, 0x3096), (WritingSystem.Kana, 0x309D, 0x30FA), (WritingSystem.Kana, 0x30FC, 0x30FF), (WritingSystem.Kana, 0xFF66, 0xFF9F),
        (WritingSystem.Hangul, 0x1100, 0x11FF), (WritingSystem.Hangul, 0x3131, 0x318E), (WritingSystem.Hangul, 0xAC00, 0xD7A3),
        (WritingSystem.Georgian, 0x10A0, 0x10FF), (WritingSystem.Armenian, 0x531, 0x587),
        (WritingSystem.Tamil, 0xB80, 0xBE5), (WritingSystem.Telugu, 0xC00, 0xC65), (WritingSystem.Kannada, 0xC80, 0xCE5),
        (WritingSystem.Malayalam, 0xD00, 0xD65), (WritingSystem.Gujarati, 0xA80, 0xAE5), (WritingSystem.Gurmukhi, 0xA00, 0xA65),
        (WritingSystem.Khmer, 0x1780, 0x17D3), (WritingSystem.Lao, 0xE80, 0xECF), (WritingSystem.Burmese, 0x1000, 0x109F),
        (WritingSystem.Sinhala, 0xD80, 0xDFF),
        (WritingSystem.Other, 0x700, 0x8FF), (WritingSystem.Other, 0x980, 0x9E5), (WritingSystem.Other, 0xB00, 0xB65),
        (WritingSystem.Other, 0xF00, 0xFFF), (WritingSystem.Other, 0x1200, 0x177F), (WritingSystem.Other, 0x1800, 0x1CFF),
        (WritingSystem.Other, 0x2C00, 0x2DDF), (WritingSystem.Other, 0xA000, 0xA63F), (WritingSystem.Other, 0xA800, 0xABFF),
    ];

    private static readonly WritingSystem[] Table = BuildTable();

    public static WritingSystem Of(char unit) => Table[unit];

    /// <summary>Systems that several languages share, so that words must tell the language.</summary>
    public static bool IsShared(WritingSystem system) =>
        system is WritingSystem.Latin or WritingSystem.Cyrillic or WritingSystem.Devanagari;

    private static WritingSystem[] BuildTable()
    {
        var table = new WritingSystem[char.MaxValue + 1];
        foreach (var (system, first, last) in Blocks)
        {
            Array.Fill(table, system, first, last - first + 1);
        }

        return table;
    }
}
