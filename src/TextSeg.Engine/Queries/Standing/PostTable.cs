namespace TextSeg.Engine.Queries.Standing;

/// <summary>Facts of posts in the order of their numbers. New posts mostly have the highest number, so adding is quick.</summary>
internal sealed class PostTable
{
    private const int LeastRoom = 1_024;
    private long[] _ids = [];
    private PostFacts[] _facts = [];
    private int _count;

    /// <summary>The numbers of the posts, rising.</summary>
    public ReadOnlySpan<long> Ids => _ids.AsSpan(0, _count);

    /// <summary>Their facts, in the same order.</summary>
    public Span<PostFacts> Facts => _facts.AsSpan(0, _count);

    /// <summary>The facts of a post; null where it is not there.</summary>
    public PostFacts? Find(long id) => Ids.BinarySearch(id) is var row and >= 0 ? _facts[row] : null;

    /// <summary>Adds a post, or gives it other facts.</summary>
    public void Set(long id, PostFacts facts)
    {
        var row = _count == 0 || id > _ids[_count - 1] ? ~_count : Ids.BinarySearch(id);
        if (row < 0)
        {
            row = ~row;
            MakeRoom();
            Array.Copy(_ids, row, _ids, row + 1, _count - row);
            Array.Copy(_facts, row, _facts, row + 1, _count - row);
            _count++;
        }

        (_ids[row], _facts[row]) = (id, facts);
    }

    /// <summary>Takes a post out; one that is not there is passed over.</summary>
    public void Remove(long id)
    {
        if (Ids.BinarySearch(id) is var row and >= 0)
        {
            Array.Copy(_ids, row + 1, _ids, row, _count - row - 1);
            Array.Copy(_facts, row + 1, _facts, row, _count - row - 1);
            _count--;
        }
    }

    /// <summary>A table of its own with the same posts.</summary>
    public PostTable Copy() => new() { _ids = Ids.ToArray(), _facts = Facts.ToArray(), _count = _count };

    private void MakeRoom()
    {
        if (_count == _ids.Length)
        {
            var room = Math.Max(LeastRoom, _count + (_count / 4));
            Array.Resize(ref _ids, room);
            Array.Resize(ref _facts, room);
        }
    }
}
