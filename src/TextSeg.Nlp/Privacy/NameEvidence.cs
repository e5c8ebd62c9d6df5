namespace TextSeg.Nlp.Privacy;

/// <summary>
/// Learns from a corpus by which parts of their names members go, and with which other names they sign: a member "annamiller7" who signs as "Anna" is found,
/// as is "Lars" at the end of many posts of "seabird". The corpus is read twice, first with <see cref="Note"/>, then with <see cref="Count"/>; the order of
/// posts does not matter. A word that others use as an ordinary word is never taken. Not thread-safe.
/// </summary>
public sealed class NameEvidence
{
    private readonly Dictionary<string, NameUse> uses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Author> authors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> threads = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Word, Author Author), (int All, int AsPart)> signatures = [];
    private readonly List<int> postsInThread = [];
    private readonly HashSet<NameUse> seen = [];
    private int posts;
    private bool counting;

    /// <summary>First reading: who signs how, and who writes where.</summary>
    /// <param name="author">Name of the author as members are known by; null if not known.</param>
    /// <param name="thread">The thread, null for none.</param>
    /// <param name="text">The post, cleaned or not.</param>
    public void Note(string? author, string? thread, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        posts++;
        int place = NoteThread(thread);
        if (author is null)
        {
            return;
        }

        Author known = AuthorOf(author);
        foreach (NameUse part in known.Parts)
        {
            part.NotePlace(place, known.Number);
        }

        foreach (var word in Signatures.Of(author, text).GroupBy(found => found.Word))
        {
            (int all, int asPart) = signatures.GetValueOrDefault((word.Key, known));
            signatures[(word.Key, known)] = (all + 1, asPart + (word.Any(found => found.IsPart) ? 1 : 0));
        }
    }

    /// <summary>Second reading, of the same posts: who else uses these words, and how.</summary>
    public void Count(string? author, string? thread, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        BeginCounting();
        Author? known = author is null ? null : AuthorOf(author);
        int place = thread is null ? -1 : threads.GetValueOrDefault(thread, -1);
        seen.Clear();
        var lookup = uses.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0; at < text.Length;)
        {
            int end = MemberNameFinder.EndOfWord(text, at);
            if (end > at && lookup.TryGetValue(text.AsSpan(at, end - at), out NameUse? use) && seen.Add(use))
            {
                use.Count(known?.Number, place, char.IsUpper(text[at]));
            }

            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Words that members sign with, in lower case: names, however they are written.</summary>
    public IReadOnlyList<string> Signed() => Words(use => use.Value.IsSignature(use.Key, authors.Count));

    /// <summary>Parts of members' names by which they are spoken of, in lower case: names where they are written with a capital.</summary>
    public IReadOnlyList<string> Spoken() => Words(use => use.Value.IsSpokenName(posts, postsInThread));

    private string[] Words(Func<KeyValuePair<string, NameUse>, bool> isName) => [.. uses.Where(isName).Select(use => use.Key).Order(StringComparer.Ordinal)];

    private int NoteThread(string? thread)
    {
        if (thread is null)
        {
            return -1;
        }

        if (!threads.TryGetValue(thread, out int place))
        {
            threads.Add(thread, place = postsInThread.Count);
            postsInThread.Add(0);
        }

        postsInThread[place]++;
        return place;
    }

    private void BeginCounting()
    {
        if (counting)
        {
            return;
        }

        counting = true;
        foreach (var ((word, author), (all, asPart)) in signatures)
        {
            UseOf(word).NoteSignature(author.Number, all, asPart);
        }
    }

    private NameUse UseOf(string word)
    {
        if (!uses.TryGetValue(word, out NameUse? use))
        {
            uses.Add(word, use = new NameUse());
        }

        return use;
    }

    private Author AuthorOf(string name)
    {
        if (!authors.TryGetValue(name, out Author? author))
        {
            authors.Add(name, author = new Author(authors.Count, [.. HandleParts.Of(name).Distinct().Select(UseOf)]));
        }

        return author;
    }

    private sealed record Author(int Number, NameUse[] Parts);
}
