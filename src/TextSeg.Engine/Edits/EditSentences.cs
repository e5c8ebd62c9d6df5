using System.Globalization;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Engine.Edits;

/// <summary>What edits say to people.</summary>
public static class EditSentences
{
    /// <summary>What an edit changes, for example "moves 214 posts of 31 members, changes 2 names".</summary>
    public static string Changes(EditOutcome outcome)
    {
        List<string> parts = [];
        if (outcome.Posts > 0)
        {
            parts.Add(string.Create(CultureInfo.CurrentCulture, $"moves {Count(outcome.Posts, "post")} of {Count(outcome.Members, "member")}"));
        }

        else if (outcome.Members > 0)
        {
            parts.Add($"moves {Count(outcome.Members, "member")}");
        }

        if (outcome.Names.Count > 0)
        {
            parts.Add($"changes {Count(outcome.Names.Count, "name")}");
        }

        if (outcome.Made.Count > 0)
        {
            parts.Add($"makes {string.Join(", ", outcome.Made)}");
        }

        if (outcome.Ended.Count > 0)
        {
            parts.Add($"ends {string.Join(", ", outcome.Ended)}");
        }

        return parts.Count == 0 ? "changes nothing now" : string.Join(", ", parts);
    }

    /// <summary>Why an edit does not hold.</summary>
    internal static string? Why(EditResult result) => result.State == EditState.ChangedAgain ? $"Edit {result.ChangedBy} changed the same again." : result.Why;

    private static string Count(int count, string what) => string.Create(CultureInfo.CurrentCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
