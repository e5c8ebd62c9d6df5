namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Euclidean distance between unit vectors, told by their cosine: √(2 − 2 cos), from 0 to 2. It falls as the cosine rises, so the two rank alike.</summary>
public static class UnitDistance
{
    /// <summary>
    /// The shortest distance told apart from 0. A cosine summed in single precision is off by up to about 5e-7, which is this distance;
    /// so equal rows are at this distance too, and a density, 1/distance, is always finite.
    /// </summary>
    public const double Shortest = 1e-3;

    /// <summary>The distance at a cosine, from <see cref="Shortest"/> to 2.</summary>
    public static double OfCosine(float cosine) => Math.Max(Shortest, Math.Sqrt(Math.Max(0, 2 - (2.0 * cosine))));

    /// <summary>The lowest cosine whose distance is not above <paramref name="distance"/>.</summary>
    public static float ToCosine(double distance)
    {
        var cosine = MathF.BitDecrement((float)(1 - (distance * distance / 2)));
        while (OfCosine(cosine) > distance && cosine < 1)
        {
            cosine = MathF.BitIncrement(cosine);
        }

        return cosine;
    }
}
