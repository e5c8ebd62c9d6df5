using System.Buffers;
using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Privacy;

/// <summary>Finds a street with a house number, as written in the larger languages of Europe, Asia and the Americas.</summary>
internal static partial class StreetAddressFinder
{
    /// <summary>A text without any of these holds no address, which saves the patterns.</summary>
    private static readonly SearchValues<string> StreetWords = SearchValues.Create(
        [
            " Street", " St", " Ave", " Road", " Rd", " Lane", " Ln", " Drive", " Dr", " Boulevard", " Blvd", " Court", " Square", " Terrace", " Highway", " Hwy", " Parkway", " Pkwy", " Crescent",
            "rue ", "avenue ", "boulevard ", "bd ", "place ", "chemin ", "impasse ", "allée ", "quai ", "route ", "straße ", "strasse ", "str. ", "weg ", "platz ", "allee ", "gasse ", "straat ",
            "laan ", "plein ", "gracht ", "gatan ", "vägen ", "gade ", "vej ", "gata ", "veien ", "vegen ", "katu ", "kuja ", "caddesi", "cad.", "sokak", "sok.", "utca", " út ", "körút", "calle ", "camino ", "c/",
            "avenida ", "avda.", "av.", "plaza ", "paseo ", "rua ", "travessa ", "praça ", "via ", "viale ", "piazza ", "corso ", "strada ", "bulevardul ", "jalan ", "jl.", "ul.", "ulica ", "ulice ", "aleja ",
            "ул.", "улица ", "проспект ", "просп.", "пер.", "вул.", "вулиця ", "οδός ", "đường ", "路", "街", "大道", "巷", "丁目", "番地", "로", "길",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static void Find(string text, List<FoundData> found)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || !text.AsSpan().ContainsAny(StreetWords))
        {
            return;
        }

        foreach (Regex pattern in (ReadOnlySpan<Regex>)[NumberFirst(), StreetLast(), StreetFirst(), Asian()])
        {
            foreach (ValueMatch match in pattern.EnumerateMatches(text))
            {
                int end = match.Index + match.Length;
                found.Add(new FoundData(PersonalDataKind.StreetAddress, new TextSpan(match.Index, end + TownLength(text.AsSpan(end)))));
            }
        }
    }

    private static int TownLength(ReadOnlySpan<char> rest)
    {
        foreach (ValueMatch town in Town().EnumerateMatches(rest))
        {
            return town.Length;
        }

        return 0;
    }

    /// <summary>The town behind a street, with or without its postcode: ", Little Tarn", ", 46459 Erlenbach-West".</summary>
    [GeneratedRegex(@"^,? (\d{4,6}|\d{2,3}[- ]\d{2,3}) (\p{Lu}[\p{L}'’-]+)( \p{Lu}[\p{L}'’-]+){0,2}|^, \p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’-]+){0,2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Town();

    /// <summary>"12 Long Street", "5 bis, rue de la Paix".</summary>
    [GeneratedRegex(
        @"\b\d{1,5}[A-Za-z]?,? (((North|South|East|West|N\.|S\.|E\.|W\.) )?(\p{Lu}[\p{Ll}']+ ){1,3}(Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Square|Terrace|Highway|Hwy|Parkway|Pkwy|Crescent)\b"
        + @"|((bis|ter),? )?(rue|avenue|boulevard|bd|place|chemin|impasse|allée|quai|route) (de la |de l'|de l’|du |des |de |d'|d’)?\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}-]+)?)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NumberFirst();

    /// <summary>"Lange Straße 5", "Hauptstr. 12a", "Storgatan 3".</summary>
    [GeneratedRegex(
        @"\b(\p{Lu}[\p{L}-]+ (Straße|Strasse|Str\.|Weg|Platz|Allee|Caddesi|Cad\.|Sokak|Sok\.|utca|út|körút)( No:?)?|\p{Lu}\p{L}+(straße|strasse|str\.|weg|platz|allee|gasse|straat|laan|plein|gracht|gatan|vägen|gade|vej|gata|veien|vegen|katu|kuja)),? \d{1,4}[a-zA-Z]?\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StreetLast();

    /// <summary>"Calle Mayor 5", "Via Roma, 12", "ул. Ленина, д. 5".</summary>
    [GeneratedRegex(
        @"\b(Calle|Camino|C/|Avenida|Avda\.|Av\.|Plaza|Paseo|Rua|Travessa|Praça|Via|Viale|Piazza|Corso|Strada|Bulevardul|Jalan|Jl\.|ul\.|ulica|aleja|ulice|ул\.|улица|проспект|просп\.|пер\.|вул\.|вулиця|Οδός|Đường) ?((de la|de las|de los|del|de|da|do|dos|das|della|dei|di) )?\p{Lu}[\p{L}-]+( (de |da |del |di )?\p{Lu}[\p{L}-]+){0,2},? ?(nº|n\.º|n°|No\.|nr|д\.|дом|буд\.)? ?\d{1,4}[a-zA-Z]?\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StreetFirst();

    /// <summary>Chinese, Japanese and Korean forms: street or block names right before the number.</summary>
    [GeneratedRegex(@"\p{Lo}{2,8}(路|街|大道|巷)\d{1,5}[号號]|\p{Lo}{2,10}\d{1,3}(丁目\d{0,3}|番地\d{0,3})(-\d{1,3}){0,2}|[가-힣]{2,8}(로|길) ?\d{1,4}(-\d{1,4})?(번지|호)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Asian();
}
