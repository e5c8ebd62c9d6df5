namespace TextSeg.Engine.Ingestion.Duplicates;

/// <summary>
/// Groups texts of nearly the same words around a leader. Every member resembles the leader itself, so no chain of small
/// differences joins texts that differ; and the outcome does not depend on the order of the texts, because they are taken by key.
/// Only texts that meet another one in a band are held in memory, so a million texts take some 200 MB, whatever their length.
/// </summary>
internal sealed class NearDuplicates(DuplicateOptions options)
{
    private const int LeadersPerBucket = 32;
    private const int ReadAtOnce = 8_192;
    private readonly Dictionary<ulong, List<Leader>> _buckets = [];

    /// <summary>Groups that reached the most wordings.</summary>
    public int FullGroups { get; private set; }

    /// <summary>The leader's key for each text that joined a leader; texts that stand alone are not in it.</summary>
    /// <param name="texts">Key (the hash of the normal form) and normal form of each text, the same text as often as one likes. Read twice.</param>
    public IReadOnlyDictionary<long, long> Find(IEnumerable<KeyValuePair<long, string>> texts)
    {
        var groups = new Dictionary<long, long>();
        var meetings = Meetings(texts);
        foreach (var (key, shingles, bands) in Compared(texts).Select(text => text with { Bands = Array.FindAll(text.Bands, meetings.Contains) }).Where(text => text.Bands.Length > 0).OrderBy(text => text.Key))
        {
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

    /// <summary>The keys of bands that more than one text has.</summary>
    private HashSet<ulong> Meetings(IEnumerable<KeyValuePair<long, string>> texts)
    {
        var keys = new List<ulong>();
        foreach (var text in Compared(texts))
        {
            keys.AddRange(text.Bands);
        }

        keys.Sort();
        var meetings = new HashSet<ulong>();
        for (var i = 1; i < keys.Count; i++)
        {
            if (keys[i] == keys[i - 1])
            {
                meetings.Add(keys[i]);
            }
        }

        return meetings;
    }

    /// <summary>Each different text that is long enough to be compared.</summary>
    private IEnumerable<Comparable> Compared(IEnumerable<KeyValuePair<long, string>> texts)
    {
        var seen = new HashSet<long>();
        foreach (var part in texts.Where(text => seen.Add(text.Key)).Chunk(ReadAtOnce))
        {
            var compared = new Comparable[part.Length];
            Parallel.For(0, part.Length, i =>
            {
                var shingles = Shingles.Of(part[i].Value);
                compared[i] = new Comparable(part[i].Key, shingles, shingles.Length < options.LeastShingles ? [] : MinHash.BandKeys(shingles));
            });
            foreach (var text in compared.Where(text => text.Bands.Length > 0))
            {
                yield return text;
            }
        }
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

    private sealed record Comparable(long Key, ulong[] Shingles, ulong[] Bands);

    private sealed class Leader(long key, ulong[] shingles)
    {
        public long Key => key;

        public ulong[] Shingles => shingles;

        public int Wordings { get; set; } = 1;
    }
}
