using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using TextSeg.Nlp.Languages;

namespace TextSeg.Nlp.Tests.Languages;

/// <summary>Lines of NTREX-128 that scripts/train-languages held out, the same line numbers in all languages.</summary>
public sealed class HeldOutLanguageTests
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["ces"] = "cs", ["deu"] = "de", ["eng"] = "en", ["fra"] = "fr", ["hin"] = "hi", ["ind"] = "id", ["ita"] = "it",
        ["nld"] = "nl", ["pol"] = "pl", ["por"] = "pt", ["rus"] = "ru", ["spa"] = "es", ["swe"] = "sv", ["tur"] = "tr",
        ["ukr"] = "uk", ["vie"] = "vi", ["arb"] = "ar", ["jpn"] = "ja", ["kor"] = "ko", ["zho-CN"] = "zh",
    };

    [Fact]
    public void SentencesOf80CharactersAreToldInEveryLanguage() =>
        Accuracy(line => line.Length >= 80 ? [line] : []).ShouldAllBe(share => share.Value >= 0.98);

    [Fact]
    public void TextsOf20CharactersAreToldInMostCases()
    {
        var shares = Accuracy(Cuts);
        shares.Values.Average().ShouldBeGreaterThanOrEqualTo(0.92);
        shares.ShouldAllBe(share => share.Value >= 0.83);
    }

    private static Dictionary<string, double> Accuracy(Func<string, IEnumerable<string>> texts)
    {
        var shares = new Dictionary<string, double>();
        foreach (var (language, lines) in HeldOutLines())
        {
            var asked = lines.SelectMany(texts).ToList();
            if (asked.Count > 0)
            {
                shares[language] = asked.Count(t => ShippedLanguages.Identifier.Identify(t).Language == language) / (double)asked.Count;
                TestContext.Current.SendDiagnosticMessage($"{language} {asked.Count} {shares[language]:P1}");
            }
        }

        shares.Count.ShouldBeGreaterThan(15);
        return shares;
    }

    /// <summary>Twenty characters from the beginning of every fifth word.</summary>
    private static IEnumerable<string> Cuts(string line)
    {
        var words = 0;
        for (var i = 0; i + 20 < line.Length; i++)
        {
            if ((i == 0 || line[i - 1] == ' ') && words++ % 5 == 0)
            {
                yield return line.Substring(i, 20);
            }
        }
    }

    private static IEnumerable<(string Language, List<string> Lines)> HeldOutLines()
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(SharedFiles.PathOrSkip("data/ntrex128/ntrex128.tar.gz")), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !Codes.TryGetValue(entry.Name.Split('.')[^2], out var language))
            {
                continue;
            }

            var lines = new StreamReader(entry.DataStream).ReadToEnd().ReplaceLineEndings("\n").Split('\n');
            yield return (language, [.. lines.Where((line, number) => line.Length > 3 && Crc32($"ntrex {number}") % 10 == 3)]);
        }
    }

    /// <summary>CRC-32 of ISO 3309, bit by bit: the training chooses its held-out lines by it.</summary>
    private static uint Crc32(string key)
    {
        var crc = uint.MaxValue;
        foreach (var value in Encoding.UTF8.GetBytes(key))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
