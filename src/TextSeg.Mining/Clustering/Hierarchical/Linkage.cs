namespace TextSeg.Mining.Clustering.Hierarchical;

/// <summary>What two groups cost to join.</summary>
public enum Linkage
{
    /// <summary>The mean cosine distance between the posts of one and the posts of the other (UPGMA; Sokal and Michener 1958).</summary>
    Average,

    /// <summary>How much the squared distances to the mean rise (Ward 1963).</summary>
    Ward,
}
