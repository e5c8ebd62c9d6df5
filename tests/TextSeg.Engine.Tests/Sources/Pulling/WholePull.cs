using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;

namespace TextSeg.Engine.Tests.Sources.Pulling;

/// <summary>Pulls until there is no more; a pull without end fails.</summary>
internal static class WholePull
{
    public static async Task<(List<SourceRow> Rows, string? Cursor)> PullAllAsync(this IPulledSource source, string? cursor)
    {
        List<SourceRow> rows = [];
        for (var pages = 0; pages < 1_000; pages++)
        {
            var page = await source.PullAsync(cursor, CancellationToken.None);
            rows.AddRange(page.Rows);
            cursor = page.Cursor;
            if (!page.HasMore)
            {
                return (rows, cursor);
            }
        }

        throw new InvalidOperationException("The pull has no end.");
    }
}
