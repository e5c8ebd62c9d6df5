using System.Runtime.InteropServices;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>
/// Identities for posts of a source without an id column: made from what was written, by whom and when. The same content at
/// its n-th appearance gets the same id at every reading, so a file that only grew keeps all ids, and two people who
/// wrote the same words stay two posts.
/// </summary>
internal sealed class ContentIds
{
    private readonly Dictionary<UInt128, int> _seen = [];

    public string Next(RawPost post)
    {
        var content = string.Join('\u001F', post.Text, post.Title, post.Member, post.Time?.ToUnixTimeMilliseconds(), post.Thread, post.Rating);
        var hash = ContentHash.Of128(content);
        var appearance = CollectionsMarshal.GetValueRefOrAddDefault(_seen, hash, out _)++;
        return appearance == 0 ? $"c-{hash:x32}" : $"c-{hash:x32}-{appearance + 1}";
    }
}
