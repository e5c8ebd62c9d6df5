using System.Text.RegularExpressions;

namespace TextSeg.Nlp.Privacy;

/// <summary>
/// Tells telephone numbers from other numbers: international by "+" or "00" (ITU-T E.164: at most 15 digits),
/// national by the grouping, any other only after a word such as "call" or "Tel.".
/// </summary>
internal static partial class PhoneNumber
{
    private const int Before = 28;

    public static bool IsPhone(string text, DigitGroups groups)
    {
        int count = groups.Digits.Length;
        if (count > 15 || groups.Digits.Distinct().Count() < 3)
        {
            return false;
        }

        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, groups.Start - Before), groups.Start - Math.Max(0, groups.Start - Before));
        if (groups.HasPlus)
        {
            bool afterWord = groups.Start > 0 && WordEdge.Joins(text[groups.Start - 1]);
            return count >= 8 && !afterWord && groups.Digits[0] != '0' && GroupsAreEven(groups);
        }

        if (IsDateOrTime(text, groups) || OtherNumber().IsMatch(before))
        {
            return false;
        }

        if (CallWord().IsMatch(before))
        {
            return count >= 7;
        }

        return (groups.Digits.StartsWith("00", StringComparison.Ordinal) && groups.Lengths[0] >= 2 && count >= 11 && groups.Lengths.Count > 1 && GroupsAreEven(groups)) || IsNational(groups);
    }

    private static bool IsNational(DigitGroups groups)
    {
        string signs = groups.Separators;
        int[] lengths = [.. groups.Lengths];
        bool northAmerican = lengths is [3, 3, 4] or [1, 3, 3, 4] && (lengths.Length == 3 || groups.Digits[0] == '1')
            && groups.Digits[lengths.Length == 3 ? 0 : 1] >= '2' && signs.Distinct().Count() <= 2 && !(signs.Contains('/', StringComparison.Ordinal));
        bool trunk = groups.Digits[0] == '0' && groups.Digits[1] != '0' && groups.Digits.Length is >= 9 and <= 12 && lengths.Length is >= 2 and <= 5
            && lengths[0] >= 2 && GroupsAreEven(groups) && !(signs.Contains('.', StringComparison.Ordinal) && lengths.Length == 2);
        return northAmerican || trunk;
    }

    private static bool GroupsAreEven(DigitGroups groups) => groups.Lengths.Skip(groups.HasPlus ? 2 : 1).All(length => length >= 2);

    private static bool IsDateOrTime(string text, DigitGroups groups)
    {
        ReadOnlySpan<char> number = text.AsSpan(groups.Start, groups.End - groups.Start);
        return DateStart().IsMatch(number) || (groups.End + 1 < text.Length && text[groups.End] == ':' && char.IsAsciiDigit(text[groups.End + 1]));
    }

    [GeneratedRegex(@"^(\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{2}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex DateStart();

    [GeneratedRegex(@"((^|[^\w\[])(call|phone|tel|telephone|mobile|cell|whatsapp|sms|fax|ring|telefon\w*|handy|mobil\w*|ruf\w*|téléphone|portable|llam\w+|tel[eé]fono|m[oó]vil|celular|telefone|cellulare|bel|mobiel|puhelin|numer|тел\w*|звон\w*|номер)\.?:?|☎|📞|电话|電話|전화|โทร)[^.!?\n0-9]{0,12}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CallWord();

    [GeneratedRegex(@"(#|\$|€|£|\b(order|ticket|case|invoice|ref|reference|tracking|serial|account|booking|build|version|bestellung|commande|pedido|ordine|заказ)( (number|no|id|nr|num))?\.?:?)[ #:]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherNumber();
}
