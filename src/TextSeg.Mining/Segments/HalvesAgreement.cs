using TextSeg.Mining.Profiles;
using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Segments;

/// <summary>
/// Whether segments say something lasting about people: they are found on the earlier half of each member's posts, and the later half is placed by itself.
/// </summary>
/// <param name="Members">Members whose two halves could be placed.</param>
/// <param name="Segments">Segments found on the earlier halves.</param>
/// <param name="SameSegment">Share of the members whose later half falls in the segment of the earlier one.</param>
/// <param name="Chance">What members drawn at random would give: the sum of the squared shares of the segments.</param>
/// <param name="Stability">Agreement of the segments under resampling (mean adjusted Rand index).</param>
/// <param name="ShareCore">Share of the members who are core in their segment.</param>
public sealed record HalvesAgreement(int Members, int Segments, double SameSegment, double Chance, double Stability, double ShareCore)
{
    /// <summary>How many times better than chance.</summary>
    public double TimesChance => Chance > 0 ? SameSegment / Chance : 0;

    /// <summary>Measures it; see <see cref="PostHalves"/> for the two inputs. Members have the same numbers in both.</summary>
    /// <exception cref="ArgumentException">The inputs have different members, or an option is out of its range.</exception>
    public static HalvesAgreement Measure(
        ProfileInput earlier, ProfileInput later, ProfileOptions profileOptions, SegmentOptions segmentOptions, CancellationToken cancellation = default)
    {
        if (earlier.Members != later.Members)
        {
            throw new ArgumentException($"The earlier halves have {earlier.Members} members and the later ones {later.Members}; they must be the same members.", nameof(later));
        }

        var model = ProfileModel.Fit(earlier, profileOptions);
        var tree = new SegmentFinder(segmentOptions).Find(model.Apply(earlier), earlier.MemberKeyOf, null, cancellation);
        var placed = model.Apply(later);
        var (members, same, core) = (0, 0, 0);
        for (var member = 0; member < earlier.Members; member++)
        {
            var segment = tree.SegmentOf[member];
            var again = tree.Place(placed.Vectors[member]);
            if (segment >= 0 && again >= 0)
            {
                members++;
                same += segment == again ? 1 : 0;
                core += tree.StateOf[member] == PostState.Core ? 1 : 0;
            }
        }

        var all = Math.Max(1.0, tree.Segments.Sum(segment => segment.Size));
        var chance = tree.Segments.Sum(segment => segment.Size / all * (segment.Size / all));
        return new HalvesAgreement(members, tree.Segments.Count, same / Math.Max(1.0, members), chance, tree.Stability, core / Math.Max(1.0, members));
    }
}
