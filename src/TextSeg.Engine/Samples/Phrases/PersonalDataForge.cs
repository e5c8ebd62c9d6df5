using System.Globalization;
using System.Numerics;
using System.Text;

namespace TextSeg.Engine.Samples.Phrases;

/// <summary>
/// Invented personal data that belongs to nobody but has the right form: addresses at example domains (RFC 2606), telephone numbers kept
/// for fiction by the regulators, IP addresses for documentation (RFC 5737), card numbers of the test range 4000 00 that pass Luhn
/// (ISO/IEC 7812-1, annex B), and IBANs of banks that do not exist with right check digits (ISO 13616, ISO 7064 MOD 97-10).
/// </summary>
internal static class PersonalDataForge
{
    private static readonly string[] Names =
        ["anna", "marek", "joan", "luca", "ines", "peter", "sofie", "karim", "yuki", "helen", "tomas", "nadia", "owen", "clara", "felix", "rosa"];

    private static readonly string[] Families =
        ["brook", "keller", "moreau", "vidal", "tanaka", "hollis", "rossi", "visser", "lind", "okafor", "novak", "reyes", "adler", "pinto"];

    /// <summary>Makes one value; kind is email, phone, card, iban or ip.</summary>
    public static string Make(string kind, string language, Dice dice) => kind switch
    {
        "email" => $"{dice.Of(Names)}{dice.Of<string>([".", "_", ""])}{dice.Of(Families)}{dice.Of<string>(["", $"{dice.Between(2, 99)}"])}@example.{dice.Of<string>(["com", "org", "net"])}",
        "phone" => Phone(language, dice),
        "card" => Card(dice),
        "iban" => Iban(language, dice),
        "ip" => dice.Of<string>(["192.0.2.", "198.51.100.", "203.0.113."]) + dice.Between(1, 254),
        _ => throw new FormatException($"A grammar asks for a slot that does not exist: {kind}."),
    };

    private static string Phone(string language, Dice dice) => language switch
    {
        "de" => dice.Of<string>(["030 23125 ", "069 90009 ", "040 66969 ", "+49 221 4710 "]) + Digits(dice, 3),
        "fr" => $"{dice.Of<string>(["01 99 00", "02 61 91", "06 39 98"])} {Digits(dice, 2)} {Digits(dice, 2)}",
        _ => dice.Of<string>(["+1 202 555 01", "+1 (415) 555-01", "01632 9600", "+44 7700 9001"]) + Digits(dice, 2),
    };

    private static string Card(Dice dice)
    {
        var digits = "400000" + Digits(dice, 9);
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }

        digits += (char)('0' + ((10 - (sum % 10)) % 10));
        var gap = dice.Of<string>([" ", "-", ""]);
        return string.Join(gap, digits.Chunk(4).Select(four => new string(four)));
    }

    private static string Iban(string language, Dice dice)
    {
        var (country, account) = language switch
        {
            "de" => ("DE", "00000000" + Digits(dice, 10)),
            "fr" => ("FR", "0000000000" + Digits(dice, 13)),
            "es" => ("ES", "00000000" + Digits(dice, 12)),
            "pt" => ("PT", "00000000" + Digits(dice, 13)),
            "nl" => ("NL", "TEST" + Digits(dice, 10)),
            "it" => ("IT", "X0000000000" + Digits(dice, 12)),
            _ => ("GB", "TEST000000" + Digits(dice, 8)),
        };
        var check = 98 - (int)(AsNumber(account + country + "00") % 97);
        var iban = $"{country}{check:00}{account}";
        return dice.Chance(0.7) ? string.Join(' ', iban.Chunk(4).Select(four => new string(four))) : iban;
    }

    private static BigInteger AsNumber(string text) => BigInteger.Parse(
        text.Aggregate(new StringBuilder(), (digits, c) => char.IsAsciiDigit(c) ? digits.Append(c) : digits.Append(c - 'A' + 10)).ToString(),
        CultureInfo.InvariantCulture);

    private static string Digits(Dice dice, int count) =>
        string.Create(count, dice, static (span, dice) =>
        {
            foreach (ref var digit in span)
            {
                digit = (char)('0' + dice.Below(10));
            }
        });
}
