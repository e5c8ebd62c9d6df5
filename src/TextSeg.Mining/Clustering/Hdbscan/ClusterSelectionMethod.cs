namespace TextSeg.Mining.Clustering.Hdbscan;

/// <summary>Which clusters of the condensed tree are taken.</summary>
public enum ClusterSelectionMethod
{
    /// <summary>Those that live longest: the choice without overlap with the highest sum of stabilities (Campello et al. 2015, section 5).</summary>
    ExcessOfMass,

    /// <summary>Those that split no further: more and smaller clusters, of more even size.</summary>
    Leaf,
}
