namespace TextSeg.Engine.Samples.Writing;

/// <summary>
/// Holds back the posts behind an original that nobody has copied yet, so that an original without a copier can lose its group
/// before it is handed out. Gives the posts in the order they came, and holds at most 1,024.
/// </summary>
internal sealed class HeldPosts(Duplicates duplicates)
{
    private const int MostHeld = 1_024;
    private readonly Queue<(SamplePost Post, DuplicateGroup? Group)> _held = new();

    public void Add(SamplePost post, DuplicateGroup? group) => _held.Enqueue((post, group));

    /// <summary>Takes the first post when its group is settled, when too many are held, or when all that are left must go.</summary>
    public bool TryTake(bool isEnd, out SamplePost post)
    {
        post = null!;
        if (!_held.TryPeek(out var first))
        {
            return false;
        }

        var isSettled = first.Group is null || first.Group.IsCopied;
        if (!isSettled && !isEnd && _held.Count <= MostHeld)
        {
            return false;
        }

        _held.Dequeue();
        post = first.Post;
        if (!isSettled)
        {
            duplicates.Forget(first.Group!);
            post = post with { Truth = post.Truth with { DuplicateGroup = null } };
        }

        return true;
    }
}
