using System.Globalization;

namespace TextSeg.Mining.Topics.Edits;

/// <summary>
/// The topics of all levels with their posts, open to change. Each topic lies in one of the level above, and each post in at most one topic of each level.
/// What a person changes is the reader's level; the levels above and below follow.
/// </summary>
public sealed class TopicForest
{
    private readonly List<EditedTopic> _topics = [];
    private readonly Dictionary<int, int> _lastPlace = [];
    private readonly EditedTopic?[] _topicOf;
    private readonly EditedTopic?[] _leafOf;
    private readonly HashSet<int> _moved = [];

    /// <param name="rows">Number of posts.</param>
    /// <param name="readerLevel">The level that is read first.</param>
    /// <param name="leafLevel">The finest level, at least the reader's.</param>
    public TopicForest(int rows, int readerLevel, int leafLevel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leafLevel, readerLevel);
        (_topicOf, _leafOf) = (new EditedTopic?[rows], new EditedTopic?[rows]);
        (ReaderLevel, LeafLevel) = (readerLevel, leafLevel);
    }

    /// <summary>The level that is read first.</summary>
    public int ReaderLevel { get; }

    /// <summary>The finest level.</summary>
    public int LeafLevel { get; }

    /// <summary>Number of posts.</summary>
    public int Rows => _topicOf.Length;

    /// <summary>All topics that live, in the order in which they were added.</summary>
    public IReadOnlyList<EditedTopic> Topics => _topics;

    /// <summary>The topic of a row at the reader's level; null for none.</summary>
    public EditedTopic? TopicOf(int row) => _topicOf[row];

    /// <summary>The topic of a row at the finest level; null for none.</summary>
    public EditedTopic? LeafOf(int row) => LeafLevel == ReaderLevel ? _topicOf[row] : _leafOf[row];

    /// <summary>The topic of a row at any level; null for none.</summary>
    public EditedTopic? At(int row, int level) => level <= ReaderLevel ? _topicOf[row]?.Above(level) : LeafOf(row)?.Above(level);

    /// <summary>The living topic of an id; null for none.</summary>
    public EditedTopic? Find(string id) => _topics.Find(topic => topic.Id == id);

    /// <summary>Whether a person put a row where it is.</summary>
    public bool WasMoved(int row) => _moved.Contains(row);

    /// <summary>The rows of a topic, rising.</summary>
    public int[] RowsOf(EditedTopic topic) => [.. Enumerable.Range(0, Rows).Where(row => At(row, topic.Level) == topic)];

    /// <summary>Adds a topic that was found.</summary>
    public EditedTopic Add(string id, int level, EditedTopic? parent)
    {
        var place = int.Parse(id.AsSpan(id.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        _lastPlace[level] = Math.Max(_lastPlace.GetValueOrDefault(level), place);
        return Add(new EditedTopic(id, level, parent, null));
    }

    /// <summary>Says where a row was found.</summary>
    public void Place(int row, EditedTopic? topic, EditedTopic? leaf) => (_topicOf[row], _leafOf[row]) = (topic, leaf);

    /// <summary>Adds a topic under the next free number of a level.</summary>
    internal EditedTopic Create(EditedTopic madeFrom, EditedTopic? parent)
    {
        var place = _lastPlace.GetValueOrDefault(madeFrom.Level);
        _lastPlace[madeFrom.Level] = place + 1;
        return Add(new EditedTopic(TopicIds.Of(madeFrom.Level, place), madeFrom.Level, parent, madeFrom));
    }

    /// <summary>The topics right below one.</summary>
    internal IEnumerable<EditedTopic> Children(EditedTopic topic) => _topics.Where(child => child.Parent == topic);

    /// <summary>Puts a row into a topic of the reader's level or of the finest.</summary>
    internal void Put(int row, EditedTopic topic)
    {
        if (topic.Level == ReaderLevel)
        {
            _topicOf[row] = topic;
        }

        if (topic.Level == LeafLevel)
        {
            _leafOf[row] = topic;
        }
    }

    /// <summary>Says that a person put a row where it is.</summary>
    internal void Fix(int row) => _moved.Add(row);

    /// <summary>Lets topics go that hold nothing any more, and those above that held only them.</summary>
    internal void End(EditedTopic? topic)
    {
        while (topic is not null && !_topics.Exists(child => child.Parent == topic)
            && (topic.Level is var level && (level < ReaderLevel || !Enumerable.Range(0, Rows).Any(row => At(row, level) == topic))))
        {
            _topics.Remove(topic);
            topic = topic.Parent;
        }
    }

    private EditedTopic Add(EditedTopic topic)
    {
        _topics.Add(topic);
        return topic;
    }
}
