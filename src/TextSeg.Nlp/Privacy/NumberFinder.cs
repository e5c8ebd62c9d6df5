namespace TextSeg.Nlp.Privacy;

/// <summary>Finds numbers that lead to a person: bank accounts, payment cards, telephones. One pass over the text.</summary>
internal static class NumberFinder
{
    public static void Find(string text, List<FoundData> found)
    {
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            bool free = i == 0 || !(WordEdge.Joins(text[i - 1]) || text[i - 1] is '_' or '.' or '/' or '-' or '=' or '\\' or ':');
            if (free && char.IsAsciiLetterUpper(c) && IbanNumber.TryRead(text, i, out int end))
            {
                found.Add(new FoundData(PersonalDataKind.Iban, new TextSpan(i, end)));
                i = end;
            }
            else if (char.IsAsciiDigit(c) || (c is '+' or '(' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                DigitGroups groups = DigitGroups.Read(text, i);
                if (free || c is '+' or '(')
                {
                    Judge(text, groups, found);
                }

                i = Math.Max(groups.End, i + 1);
            }
            else
            {
                i++;
            }
        }
    }

    private static void Judge(string text, DigitGroups groups, List<FoundData> found)
    {
        bool wordGoesOn = groups.End < text.Length && (WordEdge.Joins(text[groups.End]) || text[groups.End] is '_' or '%');
        if (wordGoesOn || groups.Digits.Length < 7)
        {
            return;
        }

        PersonalDataKind? kind = !groups.HasPlus && CardNumber.IsCard(groups) ? PersonalDataKind.Card
            : PhoneNumber.IsPhone(text, groups) ? PersonalDataKind.Phone : null;
        if (kind is { } known)
        {
            found.Add(new FoundData(known, new TextSpan(groups.Start, groups.End)));
        }
    }
}
