namespace TextSeg.Mining.Clustering;

/// <summary>Which clusterer groups, and the settings that only some clusterers have.</summary>
public sealed class ClustererChoice
{
    /// <summary>Name of the clusterer, one of <see cref="ClustererCatalog.Names"/>. Default "graph".</summary>
    public string Name { get; set; } = ClustererCatalog.Graph;

    /// <summary>Fewest nodes in a group of hdbscan, at least 2; null (default) for one that grows with the input. Others do not have it.</summary>
    public int? SmallestGroup { get; set; }

    /// <summary>Radius of dbscan as a cosine distance (1 − cosine), above 0 to 2; null (default) to read it off the distances to near neighbours. Others do not have it.</summary>
    public double? Radius { get; set; }

    /// <summary>What the choice and a wanted number of groups come to, in few words, such as "kmeans, k 40": equal for equal settings.</summary>
    /// <param name="wanted">Number of groups wanted, or null.</param>
    public string Describe(int? wanted)
    {
        var parts = new List<string> { Name };
        Add(wanted is null, $"k {wanted}");
        Add(SmallestGroup is null, $"at least {SmallestGroup}");
        Add(Radius is null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"radius {Radius}"));
        return string.Join(", ", parts);

        void Add(bool unset, string part)
        {
            if (!unset)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>What is wrong with the choice, a part of a sentence each; empty where nothing is.</summary>
    /// <param name="wanted">Number of groups wanted, or null.</param>
    public IReadOnlyList<string> Faults(int? wanted)
    {
        if (!ClustererCatalog.Names.Contains(Name))
        {
            return [$"there is no clusterer {Name}: choose one of {string.Join(", ", ClustererCatalog.Names)}"];
        }

        var faults = new List<string>();
        Check(wanted is null || !ClustererCatalog.FindsNumber(Name), $"{Name} finds its own number of groups, so {wanted} groups cannot be wanted of it");
        Check(SmallestGroup is null or >= 2, $"the smallest group has {SmallestGroup} nodes and must have at least 2");
        Check(SmallestGroup is null || Name == ClustererCatalog.Hdbscan, $"a smallest group is a setting of {ClustererCatalog.Hdbscan}, not of {Name}");
        Check(Radius is null or (> 0 and <= 2), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the radius is {Radius} and must be above 0, at most 2"));
        Check(Radius is null || Name == ClustererCatalog.Dbscan, $"a radius is a setting of {ClustererCatalog.Dbscan}, not of {Name}");
        return faults;

        void Check(bool good, string fault)
        {
            if (!good)
            {
                faults.Add(fault);
            }
        }
    }
}
