namespace TextSeg.Mining.Topics.Edits;

/// <summary>A topic while edits are applied.</summary>
public sealed class EditedTopic
{
    internal EditedTopic(string id, int level, EditedTopic? parent, EditedTopic? madeFrom) => (Id, Level, Parent, MadeFrom) = (id, level, parent, madeFrom);

    /// <summary>Identity within the run.</summary>
    public string Id { get; }

    /// <summary>Level of the tree, 0 the coarsest.</summary>
    public int Level { get; }

    /// <summary>The coarser topic that holds it.</summary>
    public EditedTopic? Parent { get; internal set; }

    /// <summary>The topic that it was split off; null for one that was found.</summary>
    public EditedTopic? MadeFrom { get; }

    /// <summary>The name that a person gave; null where the name is made of its words.</summary>
    public string? GivenName { get; set; }

    /// <summary>Whether its posts are others than those that were found.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The topic of a level that holds this one; itself at its own level.</summary>
    internal EditedTopic? Above(int level)
    {
        var topic = this;
        while (topic is not null && topic.Level > level)
        {
            topic = topic.Parent;
        }

        return topic;
    }

    /// <summary>Says that its posts changed, and those of all topics that hold it.</summary>
    internal void Change()
    {
        for (var topic = this; topic is not null; topic = topic.Parent)
        {
            topic.IsChanged = true;
        }
    }

    /// <summary>Says that its own posts changed.</summary>
    internal void ChangeAlone() => IsChanged = true;
}
