using System.Globalization;
using TextSeg.Engine.Segments;

namespace TextSeg.Engine.Edits;

/// <summary>Makes one card of the cards of segments that were merged by hand. Figures that were measured for each part stand side by side; what only some parts have is left out.</summary>
internal static class MergedCard
{
    private const int MostQuotes = 6;

    /// <param name="parts">The cards as mining wrote them, the one that keeps its id first.</param>
    public static SegmentRow Of(IReadOnlyList<SegmentRow> parts)
    {
        var (first, members) = (parts[0], parts.Sum(part => part.Members));
        var whole = parts.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        return first with
        {
            Description = $"Put together by hand: {string.Join(" and ", parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Members} members of “{part.Name}”")))}.",
            Members = members,
            Stability = parts.Sum(part => part.Stability * part.Members) / Math.Max(1, members),
            Facts = first.Facts with
            {
                Posts = parts.Sum(part => part.Facts.Posts),
                ShareCore = parts.Sum(part => part.Facts.ShareCore * part.Members) / Math.Max(1, members),
                Phrases = Interleave(parts, part => part.Facts.Phrases),
                Quotes = [.. Interleave(parts, part => part.Facts.Quotes).Take(MostQuotes)],
                Contrasts = [.. first.Facts.Contrasts.Where(contrast => parts.All(part => part.Facts.Contrasts.Any(other => other.Signal == contrast.Signal))).Select(contrast => Together(contrast, parts))],
                Languages = Shares(parts, part => part.Facts.Languages),
                Weights = [.. first.Facts.Weights.Select(weight => weight with { Share = Math.Round(parts.Average(part => part.Facts.Weights.FirstOrDefault(other => other.Name == weight.Name)?.Share ?? 0), 3) })],
                Neighbors = [.. parts.SelectMany(part => part.Facts.Neighbors).Where(near => !whole.Contains(near.Id)).OrderByDescending(near => near.Similarity).DistinctBy(near => near.Id)],
                Naming = null,
            },
        };
    }

    private static SegmentContrast Together(SegmentContrast contrast, IReadOnlyList<SegmentRow> parts)
    {
        var all = parts.Select(part => part.Facts.Contrasts.First(other => other.Signal == contrast.Signal)).ToArray();
        return contrast with { Here = string.Join(" and ", all.Select(one => one.Here).Distinct()), Elsewhere = string.Join(" and ", all.Select(one => one.Elsewhere).Distinct()) };
    }

    /// <summary>Weighted by posts.</summary>
    private static NamedShare[] Shares(IReadOnlyList<SegmentRow> parts, Func<SegmentRow, IReadOnlyList<NamedShare>> of)
    {
        var posts = Math.Max(1, parts.Sum(part => part.Facts.Posts));
        return [.. parts.SelectMany(part => of(part).Select(share => share with { Share = share.Share * part.Facts.Posts / posts })).GroupBy(share => share.Name)
            .Select(group => new NamedShare(group.Key, Math.Round(group.Sum(share => share.Share), 4))).OrderByDescending(share => share.Share).ThenBy(share => share.Name, StringComparer.Ordinal)];
    }

    private static T[] Interleave<T>(IReadOnlyList<SegmentRow> parts, Func<SegmentRow, IReadOnlyList<T>> of) =>
        [.. parts.SelectMany(part => of(part).Select((item, place) => (item, place))).OrderBy(pair => pair.place).Select(pair => pair.item).Distinct()];
}
