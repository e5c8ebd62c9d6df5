namespace TextSeg.Mining.KeyPhrases;

/// <summary>The counts that one group's phrases are weighed with.</summary>
/// <param name="Rows">Rows of the group.</param>
/// <param name="Counts">Posts of the group with each phrase.</param>
/// <param name="FamilyCounts">Posts of the group and its siblings with each phrase.</param>
/// <param name="FamilyRows">Posts of the group and its siblings.</param>
/// <param name="PerGroup">Mean number of phrases in a group: A of class TF-IDF.</param>
internal sealed record GroupScope(int[] Rows, int[] Counts, int[] FamilyCounts, int FamilyRows, double PerGroup)
{
    /// <summary>The phrase's rate here over its rate here plus its rate among the siblings: 1 is found nowhere else, 0.5 is no difference.</summary>
    public double Contrast(int phrase)
    {
        var others = FamilyRows - Rows.Length;
        if (others <= 0)
        {
            return 1;
        }

        var here = Counts[phrase] / (double)Rows.Length;
        var elsewhere = (FamilyCounts[phrase] - Counts[phrase]) / (double)others;
        var contrast = here / (here + elsewhere);
        return contrast * contrast;
    }
}
