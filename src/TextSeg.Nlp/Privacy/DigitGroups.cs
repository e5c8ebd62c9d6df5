using System.Text;

namespace TextSeg.Nlp.Privacy;

/// <summary>Groups of digits with single signs between them, such as <c>+49 (30) 123-456</c>.</summary>
/// <param name="Start">Where the first sign or digit is.</param>
/// <param name="End">Position after the last digit.</param>
/// <param name="Digits">All digits.</param>
/// <param name="Lengths">Number of digits in each group.</param>
/// <param name="Separators">The first sign before each group but the first.</param>
internal sealed record DigitGroups(int Start, int End, string Digits, IReadOnlyList<int> Lengths, string Separators)
{
    private const int MostDigits = 24;

    /// <summary>True when the number starts with "+".</summary>
    public bool HasPlus { get; private init; }

    /// <summary>Reads on from a digit, "+" or "(" at <paramref name="start"/>.</summary>
    public static DigitGroups Read(string text, int start)
    {
        var digits = new StringBuilder();
        var lengths = new List<int>();
        var separators = new StringBuilder();
        int at = start + (char.IsAsciiDigit(text[start]) ? 0 : 1);
        int end = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && digits.Length <= MostDigits)
        {
            int from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            digits.Append(text, from, Math.Min(at - from, MostDigits + 2));
            lengths.Add(at - from);
            end = at;
            int sign = at;
            while (at < text.Length && at - sign < 3 && text[at] is ' ' or '-' or '.' or '(' or ')' or '/' or '\u00A0')
            {
                at++;
            }

            bool doubled = at - sign > 1 && text[sign] == text[sign + 1];
            if (at == sign || doubled || at >= text.Length || !char.IsAsciiDigit(text[at]))
            {
                break;
            }

            separators.Append(text[sign]);
        }

        return new DigitGroups(start, end, digits.ToString(), lengths, separators.ToString()) { HasPlus = text[start] == '+' };
    }
}
