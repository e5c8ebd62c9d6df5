using System.Collections.Frozen;

namespace TextSeg.Nlp.Cleaning;

/// <summary>One tag in square brackets.</summary>
internal readonly record struct BBCodeTag(string Name, bool Closing, int Start, int End, int ValueStart)
{
    private const int LongestTag = 300;

    private static readonly FrozenSet<string> Known =
        ("b i u s strike del ins em strong size color colour font face center left right justify indent align sub sup small big "
        + "url link email img image attachment attach youtube video media flash quote code codebox php html xml pre noparse tt icode inline c java sql "
        + "list ul ol li table tr td th thead tbody h1 h2 h3 h4 h5 h6 spoiler hide details collapse mention user hr br poll date wrap")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> CodeNames =
        "code codebox php html xml pre noparse java sql".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LineNames =
        "quote list ul ol li table tr thead tbody h1 h2 h3 h4 h5 h6 hr br spoiler hide details collapse center poll *".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> AddressNames =
        "img image attachment attach youtube video media flash date".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool IsCode => CodeNames.Contains(Name);

    /// <summary>True when the inside is an address or an id, not words.</summary>
    public bool HoldsAddress => AddressNames.Contains(Name);

    /// <summary>True for a tag that stands alone: a list mark, a rule, a line end.</summary>
    public bool StandsAlone => Name is "*" or "hr" or "br";

    public TextRole Role => LineNames.Contains(Name) ? TextRole.Break : Name is "td" or "th" ? TextRole.Space : TextRole.Markup;

    /// <summary>The value of the tag as written, without its "=" or blank: <c>"name, post:3"</c>.</summary>
    public ReadOnlySpan<char> Value(ReadOnlySpan<char> text) => text[ValueStart..(End - 1)];

    /// <summary>Reads the tag that starts at <paramref name="start"/>; false when there is none with a known name.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out BBCodeTag tag)
    {
        tag = default;
        ReadOnlySpan<char> ahead = text.Slice(start, Math.Min(LongestTag, text.Length - start));
        int close = ahead.IndexOf(']');
        if (close < 2 || ahead[..close].Contains('\n'))
        {
            return false;
        }

        bool closing = ahead[1] == '/';
        int nameStart = closing ? 2 : 1;
        ReadOnlySpan<char> inside = ahead[nameStart..close];
        int length = inside.IndexOfAny('=', ' ', ':');
        ReadOnlySpan<char> name = length < 0 ? inside : inside[..length];
        if (name is "*")
        {
            tag = new BBCodeTag("*", false, start, start + close + 1, start + close);
            return true;
        }

        if (!Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? known))
        {
            return false;
        }

        int valueStart = length < 0 ? close : nameStart + length + 1;
        tag = new BBCodeTag(known, closing, start, start + close + 1, start + valueStart);
        return true;
    }
}
