using System.Collections.Frozen;

namespace TextSeg.Nlp.Cleaning;

/// <summary>The elements of HTML (WHATWG HTML, section 4) by what they do to running text. Any other <c>&lt;name&gt;</c> is text.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Inline = Names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark o:p q ruby rp rt s samp small span strike strong sub sup time tt u var wbr picture source audio video track canvas map area");

    private static readonly FrozenSet<string> Lines = Names(
        "address article aside base blockquote body br center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li link main menu meta nav ol optgroup option p pre section select summary table tbody tfoot thead tr ul button textarea");

    private static readonly FrozenSet<string> Cells = Names("td th");

    private static readonly FrozenSet<string> Unread = Names("script style head title template svg math noscript object");

    private static readonly FrozenDictionary<string, TextRole> Roles = Inline.Select(name => (name, TextRole.Markup))
        .Concat(Lines.Select(name => (name, TextRole.Break)))
        .Concat(Cells.Select(name => (name, TextRole.Space)))
        .Concat(Unread.Select(name => (name, TextRole.Break)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Item2);

    /// <summary>True for the name, in lower case, of an element; then <paramref name="role"/> is what its tags leave in the text.</summary>
    public static bool TryGetRole(string name, out TextRole role) => Roles.TryGetValue(name, out role);

    /// <summary>True for an element whose inside is never read as prose.</summary>
    public static bool IsUnread(string name) => Unread.Contains(name);

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet();
}
