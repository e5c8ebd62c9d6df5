using Microsoft.AspNetCore.Http;

namespace TextSeg.Engine.Tests.Sources.Pulling;

/// <summary>A Discourse forum of numbered posts; some numbers were never public.</summary>
internal sealed class SmallForum
{
    public HashSet<long> Missing { get; } = [];

    /// <summary>What happens instead of the answer to <c>before</c>; null for the answer.</summary>
    public Func<HttpContext, long?, string?> Instead { get; set; } = (_, _) => null;

    public long Newest { get; set; }

    /// <summary>Whether a page holds the posts of 50 ids, as some versions do, or the latest 50 posts.</summary>
    public bool ByIds { get; init; }

    public string Answer(HttpContext context)
    {
        long? before = context.Request.Query.TryGetValue("before", out var value) ? long.Parse(value!, System.Globalization.CultureInfo.InvariantCulture) : null;
        return Instead(context, before) ?? Page(before ?? Newest);
    }

    private string Page(long upTo)
    {
        var top = Math.Min(upTo, Newest);
        var ids = Enumerable.Range(1, (int)Math.Max(0, top)).Select(id => (long)id).Where(id => !Missing.Contains(id) && (!ByIds || id > upTo - 50)).TakeLast(50).Reverse();
        return $$"""{"latest_posts":[{{string.Join(',', ids.Select(Post))}}]}""";
    }

    private static string Post(long id) =>
        $$"""
        {"id":{{id}},"username":"member{{id % 5}}","user_id":{{id % 5}},"created_at":"2026-05-01T10:00:{{id % 60:00}}.000Z","raw":"post number {{id}} about the shelf","cooked":"<p>x</p>",
         "post_type":1,"post_number":{{(id % 7) + 1}},"reply_to_post_number":{{(id % 7 == 0 ? "null" : "1")}},"topic_id":{{id / 7}},"topic_title":"Shelves"}
        """;
}
