using System.Xml;
using System.Xml.Linq;
using TextSeg.Engine.Sources.Tables;
using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Sources.Pulling.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0 and Atom (RFC 4287) by the local names of their elements, for feeds mix them and their namespaces.
/// An entry without text is told by its title alone.
/// </summary>
internal sealed class FeedReader(string source, PostKind kind, TimeWindow window)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1_000_000 };

    /// <summary>The entries, in the order of the feed.</summary>
    /// <exception cref="XmlException">The page is no feed, or broken off.</exception>
    public IReadOnlyList<SourceRow> Read(byte[] page)
    {
        using var bytes = new MemoryStream(page);
        using var reader = XmlReader.Create(bytes, Settings);
        var root = XDocument.Load(reader).Root!;
        if (root.Name.LocalName is not ("rss" or "RDF" or "feed"))
        {
            throw new XmlException("The page is no feed.");
        }

        var ids = new ContentIds();
        return [.. root.Descendants().Where(element => element.Name.LocalName is "item" or "entry").Select((entry, index) => Row(entry, index + 1, ids))];
    }

    private SourceRow Row(XElement entry, long line, ContentIds ids)
    {
        var title = Text(entry, "title");
        if ((Text(entry, "encoded") ?? Text(entry, "content") ?? Text(entry, "description") ?? Text(entry, "summary") ?? title) is not { } text)
        {
            return SourceRow.Reject(source, line, "The text is empty.");
        }

        var author = Author(entry);
        var post = new RawPost
        {
            Source = source,
            Line = line,
            ExternalId = Text(entry, "guid") ?? Text(entry, "id") ?? Link(entry) ?? "",
            Text = text,
            Title = title,
            Member = author,
            MemberName = author,
            Time = WrittenTime.Read(Text(entry, "published") ?? Text(entry, "pubDate") ?? Text(entry, "date") ?? Text(entry, "updated"), window),
            ReplyTo = (string?)entry.Elements().FirstOrDefault(element => element.Name.LocalName == "in-reply-to")?.Attribute("ref"),
            Kind = kind,
        };
        return SourceRow.Of(post.ExternalId.Length > 0 ? post : post with { ExternalId = ids.Next(post) });
    }

    private static string? Text(XElement entry, string name)
    {
        foreach (var element in entry.Elements().Where(element => element.Name.LocalName == name))
        {
            var text = (string?)element.Attribute("type") == "xhtml" ? string.Concat(element.Nodes()) : element.Value;
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text.Trim();
            }
        }

        return null;
    }

    private static string? Author(XElement entry)
    {
        var author = entry.Elements().FirstOrDefault(element => element.Name.LocalName == "author");
        return Text(entry, "creator") ?? (author is null ? null : Text(author, "name") ?? (author.HasElements || string.IsNullOrWhiteSpace(author.Value) ? null : author.Value.Trim()));
    }

    private static string? Link(XElement entry) =>
        Text(entry, "link") ?? (string?)entry.Elements().FirstOrDefault(element => element.Name.LocalName == "link")?.Attribute("href");
}
