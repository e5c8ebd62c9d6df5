using System.Globalization;
using System.Text;
using TextSeg.Engine.Samples.Planting;

namespace TextSeg.Engine.Samples.Writing;

/// <summary>Plants near-duplicates: keeps a few posts that wait for copiers, and makes the copies. A group has two to six posts.</summary>
internal sealed class Duplicates(Dice dice)
{
    private const int Waiting = 16;
    private static readonly WeightedChoice Copies = WeightedChoice.Parse("1:60 2:16 3:10 4:8 5:6");
    private static readonly string[] Before = ["+1 ", "^^ ", "Re: ", "FYI: ", "** ", "(x-post) "];
    private static readonly string[] After = [" !!", " ...", " :)", " (edit)", " ^^", " +1", " EDIT"];
    private readonly Dictionary<string, List<DuplicateGroup>> _waiting = [];

    /// <summary>Says whether a post may start a group; such a post waits until somebody copies or quotes it whole.</summary>
    public bool StartsGroup(PostPlan plan, int length, bool hasPersonalData) =>
        !hasPersonalData && plan.Kind == "forum" && length is > 60 and < 700 && dice.Chance(0.025);

    public DuplicateGroup Wait(SamplePost post)
    {
        if (!_waiting.TryGetValue(post.Truth.Language, out var list))
        {
            _waiting[post.Truth.Language] = list = [];
        }

        if (list.Count == Waiting)
        {
            list.RemoveAt(0);
        }

        var group = new DuplicateGroup(post, int.Parse(Copies.Draw(dice), CultureInfo.InvariantCulture));
        list.Add(group);
        return group;
    }

    /// <summary>A waiting post of another member on one of this member's main topics, to be copied now; or null.</summary>
    public SamplePost? Take(Member member, string language, DateTime now)
    {
        if (!_waiting.TryGetValue(language, out var list) || !dice.Chance(0.2))
        {
            return null;
        }

        var at = list.FindIndex(group =>
            group.Original.Member != member.Facts.Id && now - group.Original.Time > TimeSpan.FromMinutes(20)
            && member.Segment.Topics.ShareOf(group.Original.Truth.Topic) >= 0.15);
        if (at < 0)
        {
            return null;
        }

        var found = list[at];
        found.CountCopy();
        if (found.CopiesLeft == 0)
        {
            list.RemoveAt(at);
        }

        return found.Original;
    }

    /// <summary>Lets go of a group that no copier was found for in time.</summary>
    public void Forget(DuplicateGroup group) => _waiting[group.Original.Truth.Language].Remove(group);

    /// <summary>The text again: as it stands, with a word before or behind, or with one or two typing errors.</summary>
    public string Copy(string text)
    {
        switch (dice.Below(4))
        {
            case 0:
                return text;
            case 1:
                return dice.Of(Before) + text;
            case 2:
                return text + dice.Of(After);
            default:
                var builder = new StringBuilder(text);
                for (var slips = 0; slips < 6; slips++)
                {
                    Typist.Slip(builder, 0, dice);
                }

                return builder.ToString();
        }
    }
}
