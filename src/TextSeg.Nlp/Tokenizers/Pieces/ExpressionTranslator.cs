using System.Text;

namespace TextSeg.Nlp.Tokenizers.Pieces;

/// <summary>
/// Writes an Oniguruma expression, the dialect of tokenizer.json, for .NET: \w takes in all marks and letter numbers, \h is a
/// hexadecimal digit. Anchors of lines are left to the option Multiline.
/// </summary>
internal static class ExpressionTranslator
{
    private const string WordClass = @"\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}";
    private const string HexClass = "0-9a-fA-F";

    public static string Translate(string expression)
    {
        var written = new StringBuilder(expression.Length);
        var depth = 0;
        for (var i = 0; i < expression.Length; i++)
        {
            var unit = expression[i];
            if (unit == '\\' && i + 1 < expression.Length)
            {
                written.Append(Escape(expression[++i], depth > 0));
                continue;
            }

            depth += unit == '[' ? 1 : unit == ']' && depth > 0 ? -1 : 0;
            written.Append(unit);
        }

        return written.ToString();
    }

    private static string Escape(char unit, bool inClass) => (unit, inClass) switch
    {
        ('w', true) => WordClass,
        ('w', false) => $"[{WordClass}]",
        ('W', false) => $"[^{WordClass}]",
        ('h', true) => HexClass,
        ('h', false) => $"[{HexClass}]",
        ('H', false) => $"[^{HexClass}]",
        _ => $"\\{unit}",
    };
}
