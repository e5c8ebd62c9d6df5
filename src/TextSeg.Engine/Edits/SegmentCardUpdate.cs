using TextSeg.Engine.Segments;

namespace TextSeg.Engine.Edits;

/// <summary>
/// Writes a segment's card anew after edits: its name, the names of its neighbours, its mix of topics, and the topics that its sentences name.
/// A figure of a topic whose posts changed is left out until the next run measures it.
/// </summary>
/// <param name="topics">The topics as they are now.</param>
/// <param name="shares">Topics of the posts of each segment's members.</param>
/// <param name="names">Names given by hand.</param>
/// <param name="into">For segments that were merged, the one that they belong to now.</param>
/// <param name="found">Names as they were found, of all segments.</param>
internal sealed class SegmentCardUpdate(
    IReadOnlyList<CardTopic> topics, ILookup<string, NamedShare> shares, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> into,
    IReadOnlyDictionary<string, string> found)
{
    private const int MostTopics = 6;

    public SegmentRow Of(SegmentRow card)
    {
        var (description, contrasts) = (card.Description, card.Facts.Contrasts.ToList());
        foreach (var named in card.Facts.NamedTopics)
        {
            var now = topics.FirstOrDefault(topic => topic.Id == named.Id);
            var isSame = now is not null && now.Posts == named.Posts;
            description = Rename(description, named.Label, now?.Label, isSame);
            contrasts = [.. contrasts.Where(contrast => isSame || contrast.Signal != SegmentContrast.OfTopic(named.Label))
                .Select(contrast => contrast.Signal == SegmentContrast.OfTopic(named.Label) ? contrast with { Signal = SegmentContrast.OfTopic(now!.Label) } : contrast)];
        }

        return card with
        {
            Name = NameOf(card.Id, card.Name),
            Description = description,
            Facts = card.Facts with
            {
                Contrasts = contrasts,
                Topics = shares.Contains(card.Id) ? [.. shares[card.Id].Take(MostTopics)] : card.Facts.Topics,
                Neighbors = [.. card.Facts.Neighbors.Select(Current).DistinctBy(near => near.Id)],
                NamedTopics = [],
            },
        };
    }

    private SegmentNeighbor Current(SegmentNeighbor near)
    {
        var id = into.GetValueOrDefault(near.Id, near.Id);
        return near with { Id = id, Name = NameOf(id, id == near.Id ? near.Name : found[id]) };
    }

    private string NameOf(string id, string name) => names.GetValueOrDefault(id, name);

    private static string Rename(string text, string label, string? now, bool isSame)
    {
        var at = text.IndexOf($"“{label}”", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var after = at + label.Length + 2;
        var end = text.IndexOf(')', after);
        return isSame ? $"{text[..at]}“{now}”{text[after..]}"
            : text.AsSpan(after).StartsWith(" (") && end > after ? $"{text[..at]}“{now ?? label}” (changed by hand since){text[(end + 1)..]}"
            : $"{text[..at]}“{now ?? label}”{text[after..]}";
    }
}
