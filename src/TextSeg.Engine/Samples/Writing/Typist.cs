using System.Text;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Makes the typing errors people make: swapped, lost and doubled letters.</summary>
internal static class Typist
{
    /// <summary>One error in a word of four letters or more between start and the end of the text; none when the drawn place has no such word.</summary>
    public static void Slip(StringBuilder text, int start, Dice dice)
    {
        if (text.Length - start < 8)
        {
            return;
        }

        var at = start + 2 + dice.Below(text.Length - start - 5);
        if (!IsLetter(text[at - 1]) || !IsLetter(text[at]) || !IsLetter(text[at + 1]) || !IsLetter(text[at + 2]))
        {
            return;
        }

        switch (dice.Below(3))
        {
            case 0:
                (text[at], text[at + 1]) = (text[at + 1], text[at]);
                break;
            case 1:
                text.Remove(at, 1);
                break;
            default:
                text.Insert(at, text[at]);
                break;
        }
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'à' and <= 'ÿ';
}
