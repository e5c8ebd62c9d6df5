namespace TextSeg.Engine.Ingestion.Duplicates;

/// <summary>
/// Groups texts of nearly the same words around a leader. Every member resembles the leader itself, so no chain of small
/// differences joins texts that differ; and the outcome does not depend on the order of the texts, because they are taken by key.
/// </summary>
internal sealed class NearDuplicates(DuplicateOptions options)
{
    private const int LeadersPerBucket = 32;
    private readonly Dictionary<ulong, List<Leader>> _buckets = [];

    /// <summary>Groups that reached the most wordings.</summary>
    public int FullGroups { get; private set; }

    /// <summary>The leader's key for each text that joined a leader; texts that stand alone are not in it.</summary>
    /// <param name="texts">Key (the hash of the normal form) and normal form of each different text.</param>
    public IReadOnlyDictionary<long, long> Find(IEnumerable<KeyValuePair<long, string>> texts)
    {
        var groups = new Dictionary<long, long>();
        foreach (var (key, normalForm) in texts.OrderBy(text => text.Key))
        {
            var shingles = Shingles.Of(normalForm);
            if (shingles.Length < options.LeastShingles)
            {
                continue;
            }

            var bands = MinHash.BandKeys(shingles);
            if (FindLeader(bands, shingles) is { } leader)
            {
                groups[key] = leader.Key;
                FullGroups += ++leader.Wordings == options.MaxWordings ? 1 : 0;
            }
            else
            {
                AddLeader(new Leader(key, shingles), bands);
            }
        }

        return groups;
    }

    private Leader? FindLeader(ulong[] bands, ulong[] shingles)
    {
        foreach (var band in bands)
        {
            foreach (var leader in _buckets.GetValueOrDefault(band) ?? [])
            {
                if (leader.Wordings < options.MaxWordings && Shingles.Resemblance(leader.Shingles, shingles) >= options.LeastResemblance)
                {
                    return leader;
                }
            }
        }

        return null;
    }

    private void AddLeader(Leader leader, ulong[] bands)
    {
        foreach (var band in bands)
        {
            if (!_buckets.TryGetValue(band, out var leaders))
            {
                _buckets.Add(band, leaders = []);
            }

            if (leaders.Count < LeadersPerBucket)
            {
                leaders.Add(leader);
            }
        }
    }

    private sealed class Leader(long key, ulong[] shingles)
    {
        public long Key => key;

        public ulong[] Shingles => shingles;

        public int Wordings { get; set; } = 1;
    }
}
