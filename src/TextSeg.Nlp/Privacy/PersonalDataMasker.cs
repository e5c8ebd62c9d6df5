using System.Collections.Frozen;
using System.Text;

namespace TextSeg.Nlp.Privacy;

/// <summary>
/// Puts a mask that keeps the kind, such as <c>[email]</c>, in the place of personal data.
/// Finds data by rules, so it is a help and not a proof: names of people who are no members are not found.
/// Takes time linear in the length of the text; masking a masked text changes nothing. Thread-safe but for <see cref="AddMembers"/>.
/// </summary>
public sealed class PersonalDataMasker
{
    private const int MostRounds = 8;

    private static readonly Dictionary<PersonalDataKind, string> Masks = new()
    {
        [PersonalDataKind.Email] = "[email]",
        [PersonalDataKind.Iban] = "[iban]",
        [PersonalDataKind.Card] = "[card]",
        [PersonalDataKind.IpAddress] = "[ip]",
        [PersonalDataKind.Phone] = "[phone]",
        [PersonalDataKind.StreetAddress] = "[address]",
        [PersonalDataKind.Handle] = "[handle]",
        [PersonalDataKind.MemberName] = "[name]",
    };

    private readonly MemberNameFinder members;

    /// <summary>Prepares a masker for one workspace.</summary>
    /// <param name="memberNames">Names and user names of members, in any order; empty ones are ignored.</param>
    /// <param name="corpusWords">
    /// Words, in lower case, that are too frequent in the corpus to mean a person, see <see cref="CorpusWords"/>: a member
    /// who took such a name is masked only as a handle. Null for none.
    /// </param>
    /// <param name="evidence">By which other names members go, after both readings of the corpus; null for none.</param>
    public PersonalDataMasker(IEnumerable<string> memberNames, IReadOnlySet<string>? corpusWords = null, NameEvidence? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(memberNames);
        members = new MemberNameFinder(memberNames, corpusWords ?? FrozenSet<string>.Empty, evidence);
    }

    /// <summary>Takes in names of further members. Not to be called while texts are masked.</summary>
    /// <param name="memberNames">Names and user names, in any order.</param>
    public void AddMembers(IEnumerable<string> memberNames)
    {
        ArgumentNullException.ThrowIfNull(memberNames);
        members.AddAll(memberNames);
    }

    /// <summary>The mask of a kind, with its brackets.</summary>
    public static string MaskOf(PersonalDataKind kind) => Masks[kind];

    /// <summary>Masks one text.</summary>
    public MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<FoundData> found = Find(text);
        MaskedText masked = Replace(text, found);
        for (int round = 1; round < MostRounds && masked.Spans.Count > 0; round++)
        {
            // A mask may part two numbers that could not be told before: look again until nothing is left.
            MaskedText next = Replace(masked.Text, Find(masked.Text));
            if (next.Spans.Count == 0)
            {
                break;
            }

            found = [.. masked.Spans.Select(span => new FoundData(span.Kind, span.Original)),
                .. next.Spans.Select(span => new FoundData(span.Kind, masked.ToOriginal(span.Original)))];
            masked = Replace(text, found);
        }

        return masked;
    }

    private List<FoundData> Find(string text)
    {
        var found = new List<FoundData>();
        ContactFinder.Find(text, found);
        NumberFinder.Find(text, found);
        IpAddressFinder.Find(text, found);
        StreetAddressFinder.Find(text, found);
        members.Find(text, found);
        return found;
    }

    /// <summary>True when the word between the brackets at <paramref name="start"/> and <paramref name="end"/> is a mask already.</summary>
    internal static bool IsMask(string text, int start, int end) =>
        start > 0 && end < text.Length && text[start - 1] == '[' && text[end] == ']' && Masks.ContainsValue(text[(start - 1)..(end + 1)]);

    /// <summary>What stands against a mask without a gap was left alone when that mask was set.</summary>
    private static bool TouchesMask(string text, TextSpan span)
    {
        bool after = span.Start > 0 && text[span.Start - 1] == ']' && Masks.Values.Any(mask => text.AsSpan(0, span.Start).EndsWith(mask));
        bool before = span.End < text.Length && text[span.End] == '[' && Masks.Values.Any(mask => text.AsSpan(span.End).StartsWith(mask));
        return after || before;
    }

    /// <summary>Where two finds overlap, the one that starts first stays; at one start the kind that comes first in the enumeration.</summary>
    private static MaskedText Replace(string text, List<FoundData> found)
    {
        if (found.Count == 0)
        {
            return new MaskedText(text, []);
        }

        var masked = new StringBuilder(text.Length);
        var spans = new List<MaskedSpan>(found.Count);
        int copied = 0;
        foreach (FoundData data in found.OrderBy(data => data.Span.Start).ThenBy(data => data.Kind))
        {
            if (data.Span.Start < copied || TouchesMask(text, data.Span))
            {
                continue;
            }

            masked.Append(text, copied, data.Span.Start - copied);
            int start = masked.Length;
            masked.Append(Masks[data.Kind]);
            spans.Add(new MaskedSpan(data.Kind, data.Span, new TextSpan(start, masked.Length)));
            copied = data.Span.End;
        }

        masked.Append(text, copied, text.Length - copied);
        return new MaskedText(masked.ToString(), spans);
    }
}
