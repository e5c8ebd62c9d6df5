using System.Text;

namespace TextSeg.Engine.Ingestion.Duplicates;

/// <summary>A text reduced to its words: lower case letters and digits, one space between words. Texts of one normal form are the same text.</summary>
internal static class NormalForm
{
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                form.Append(char.ToLowerInvariant(c));
            }
            else if (form.Length > 0 && form[^1] != ' ')
            {
                form.Append(' ');
            }
        }

        return form.ToString().TrimEnd();
    }
}
