using TextSeg.Mining.Topics;

namespace TextSeg.Mining.Segments;

/// <summary>One member's place in a segment.</summary>
/// <param name="Segment">The segment, as a place in <see cref="SegmentTree.Segments"/>.</param>
/// <param name="Weight">Share of the member's closeness, 0 to 1; the weights of one member add up to 1.</param>
public readonly record struct SegmentShare(int Segment, double Weight);

/// <summary>A group of members.</summary>
/// <param name="Parent">Its group on the coarser level, −1 when there is none.</param>
/// <param name="Size">Members whose first segment it is.</param>
/// <param name="Stability">How well it is found again when a fifth of the members is left out (Jaccard), 0 to 1.</param>
/// <param name="Centroid">Unit mean of its profiles: new members are placed by it.</param>
public sealed record Segment(int Parent, int Size, double Stability, float[] Centroid);

/// <summary>The segments of a community, and where each member stands.</summary>
/// <param name="Segments">By falling size.</param>
/// <param name="SegmentOf">The first segment of each member, −1 for quiet members and for those that the clusterer leaves in none.</param>
/// <param name="SharesOf">Up to three segments of each member, strongest first; empty for quiet members.</param>
/// <param name="StateOf">How surely each member belongs to their first segment.</param>
/// <param name="StrengthOf">How strongly, 0 to 1.</param>
/// <param name="Levels">The segment of each member on every level of the hierarchy, from few to many.</param>
/// <param name="ReaderLevel">Which of the levels <see cref="Segments"/> is.</param>
/// <param name="Silhouette">Mean silhouette, −1 to 1.</param>
/// <param name="Stability">Agreement under resampling (mean adjusted Rand index), at most 1.</param>
public sealed record SegmentTree(
    IReadOnlyList<Segment> Segments, int[] SegmentOf, IReadOnlyList<SegmentShare>[] SharesOf, PostState[] StateOf, float[] StrengthOf,
    IReadOnlyList<int[]> Levels, int ReaderLevel, double Silhouette, double Stability)
{
    /// <summary>The segment nearest to a profile, by the rule that new members are placed with; −1 for a row of zeros or when there are no segments.</summary>
    public int Place(ReadOnlySpan<float> profile)
    {
        if (!profile.ContainsAnyExcept(0f))
        {
            return -1;
        }

        var best = -1;
        var highest = float.NegativeInfinity;
        for (var segment = 0; segment < Segments.Count; segment++)
        {
            var similarity = System.Numerics.Tensors.TensorPrimitives.Dot(profile, Segments[segment].Centroid);
            if (similarity > highest)
            {
                (best, highest) = (segment, similarity);
            }
        }

        return best;
    }
}
