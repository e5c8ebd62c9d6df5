namespace TextSeg.Mining.Profiles;

/// <summary>The groups of signals in a profile, in the words that a card shows.</summary>
public static class SignalGroups
{
    public const string Theme = "what they write about";
    public const string Topics = "their mix of topics";
    public const string Manner = "how they write";
    public const string Time = "when they write";
    public const string Exchange = "with whom";
    public const string Language = "in which language";
    public const string Wants = "what they want";
    public const string Feels = "how they feel";
    public const string Urgency = "how urgent it is to them";

    /// <summary>Whether a group is read from the posts by a classifier.</summary>
    public static bool IsRead(string group) => group is Wants or Feels or Urgency;
}
