using TextSeg.Mining.Significance;

namespace TextSeg.Mining.Transitions;

/// <summary>Whether a group takes a larger or smaller share of all than before: by a quarter at least, and by more than chance gives (two-proportion z-test, two-sided 0.01).</summary>
public static class ShareChange
{
    private const double Least = 1.25;
    private const double Significance = 0.01;

    /// <summary>1 where the share grew, −1 where it shrank, 0 otherwise.</summary>
    public static int Of(int before, int allBefore, int after, int allAfter)
    {
        if (allBefore == 0 || allAfter == 0)
        {
            return 0;
        }

        var (was, now) = (before / (double)allBefore, after / (double)allAfter);
        var pooled = (before + after) / (double)(allBefore + allAfter);
        var z = (now - was) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / allBefore) + (1.0 / allAfter)));
        return NormalTail.TwoSided(z) >= Significance ? 0 : now >= Least * was ? 1 : was >= Least * now ? -1 : 0;
    }
}
