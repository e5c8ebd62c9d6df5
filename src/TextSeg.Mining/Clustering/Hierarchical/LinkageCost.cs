using System.Numerics.Tensors;

namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>
/// Costs of joining groups, computed from their means and weights, so that no matrix of distances is kept.
/// For groups of unit vectors the mean cosine distance between two is 1 less the product of their means;
/// Ward's cost is w₁w₂ ÷ (w₁ + w₂) times the squared distance of the means.
/// Both are reducible (Müllner 2011, "Modern hierarchical, agglomerative clustering algorithms", section 3):
/// a group that two nearest groups become is never nearer to a third than the nearer of the two was.
/// </summary>
internal sealed class LinkageCost(Linkage linkage)
{
    /// <summary>The cost of joining two groups; the same number with the two exchanged.</summary>
    public double Between(ReadOnlySpan<float> first, double firstWeight, ReadOnlySpan<float> second, double secondWeight)
    {
        if (linkage == Linkage.Average)
        {
            return Math.Max(0, 1.0 - DotBlock.Dot(first, second));
        }

        double distance = TensorPrimitives.Distance(first, second);
        return firstWeight * secondWeight / (firstWeight + secondWeight) * distance * distance;
    }

    /// <summary>The cost from the product of the means and their squared lengths; less exact than <see cref="Between"/> where the means are nearly equal.</summary>
    public double OfProduct(float product, double firstSquare, double firstWeight, double secondSquare, double secondWeight)
        => linkage == Linkage.Average
            ? Math.Max(0, 1.0 - product)
            : firstWeight * secondWeight / (firstWeight + secondWeight) * Math.Max(0, firstSquare + secondSquare - (2.0 * product));

    /// <summary>
    /// The least that joining a third group to the union of two can cost, from the least that each of the two would have cost with it:
    /// the formula of Lance and Williams (1967) at the weight of the third group that makes it lowest.
    /// </summary>
    /// <param name="firstLeast">The least cost of the first group with any such third group.</param>
    /// <param name="firstWeight">Weight of the first group.</param>
    /// <param name="secondLeast">The least cost of the second group with any such third group.</param>
    /// <param name="secondWeight">Weight of the second group.</param>
    /// <param name="cost">What joining the two cost.</param>
    public double LeastOfUnion(double firstLeast, double firstWeight, double secondLeast, double secondWeight, double cost)
    {
        var light = ((firstWeight * firstLeast) + (secondWeight * secondLeast)) / (firstWeight + secondWeight);
        return linkage == Linkage.Average ? light : Math.Min(light, firstLeast + secondLeast - cost);
    }

    /// <summary>The height of a merge in the dendrogram, in the unit of distances between rows: for Ward's cost the square root of its double, as for two single rows.</summary>
    public double Height(double cost) => linkage == Linkage.Average ? cost : Math.Sqrt(2 * cost);
}
