namespace TextSeg.Mining.KeyPhrases;

/// <summary>
/// Finds the words that tell groups of posts apart. Candidates come by class TF-IDF (Grootendorst 2022, "BERTopic", section 3.3:
/// W = tf(t, c) · log(1 + A / f(t)), here with posts instead of occurrences, so that one long post has one vote). They are then ranked anew
/// with contrast to the sibling groups and with each author's posts counted by their square root, so that nobody talks a phrase up alone.
/// </summary>
public sealed class KeyPhraseFinder : IDisposable
{
    private static readonly Comparer<(double Weight, string Form)> WeakestFirst = Comparer<(double Weight, string Form)>.Create(
        (a, b) => a.Weight != b.Weight ? a.Weight.CompareTo(b.Weight) : string.CompareOrdinal(b.Form, a.Form));

    private readonly TermTable _terms;
    private readonly KeyPhraseOptions _options;
    private readonly PhraseIndex _index;

    /// <summary>Counts the phrases of all posts once; groups are then looked at with <see cref="ForGroups"/>, as often as there are levels.</summary>
    public KeyPhraseFinder(TermTable terms, KeyPhraseOptions options, CancellationToken cancellation = default)
    {
        options.Validate();
        _terms = terms;
        _options = options;
        _index = PhraseIndex.Build(terms, options.MinimumPostsFor(terms.Count), cancellation);
    }

    /// <summary>The key phrases of each group, strongest first.</summary>
    /// <param name="groupOf">The group of each row, from 0; −1 is none.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="parentOf">Groups with the same number are siblings and are told apart; null compares each with all others.</param>
    /// <param name="memberOf">The author of each row, −1 not known; null when there are no authors.</param>
    public IReadOnlyList<KeyPhrase>[] ForGroups(
        ReadOnlySpan<int> groupOf, int groups, ReadOnlySpan<int> parentOf = default, ReadOnlySpan<int> memberOf = default, CancellationToken cancellation = default)
    {
        var rowsOf = RowsByGroup(groupOf, groups);
        var result = new IReadOnlyList<KeyPhrase>[groups];
        var counts = new int[_index.Phrases.Length];
        var siblings = new int[_index.Phrases.Length];
        var perGroup = Math.Max(1.0, _index.PostCounts.Sum(count => (long)count) / (double)Math.Max(1, groups));
        foreach (var family in Families(groups, parentOf))
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(siblings);
            var familyRows = 0;
            foreach (var group in family)
            {
                Count(rowsOf[group], siblings);
                familyRows += rowsOf[group].Length;
            }

            foreach (var group in family)
            {
                Array.Clear(counts);
                Count(rowsOf[group], counts);
                var candidates = Candidates(counts, perGroup);
                var scope = new GroupScope(rowsOf[group], counts, siblings, familyRows, perGroup);
                result[group] = Rank(candidates, scope, memberOf);
            }
        }

        return result;
    }

    /// <summary>Closes the file where there is one; the table of terms stays open.</summary>
    public void Dispose() => _index.Dispose();

    private static int[][] RowsByGroup(ReadOnlySpan<int> groupOf, int groups)
    {
        var rows = new List<int>[groups];
        for (var row = 0; row < groupOf.Length; row++)
        {
            if (groupOf[row] >= 0)
            {
                (rows[groupOf[row]] ??= []).Add(row);
            }
        }

        return [.. rows.Select(list => list?.ToArray() ?? [])];
    }

    private static IEnumerable<int[]> Families(int groups, ReadOnlySpan<int> parentOf)
    {
        var parents = parentOf.ToArray();
        return Enumerable.Range(0, groups).GroupBy(group => parents.Length == 0 ? 0 : parents[group]).Select(family => family.ToArray());
    }

    private void Count(int[] rows, int[] counts)
    {
        foreach (var row in rows)
        {
            foreach (var id in _index.PhrasesOf(row))
            {
                counts[id]++;
            }
        }
    }

    private List<int> Candidates(int[] counts, double perGroup)
    {
        var best = new PriorityQueue<int, (double Weight, string Form)>(WeakestFirst);
        for (var id = 0; id < counts.Length; id++)
        {
            if (counts[id] == 0)
            {
                continue;
            }

            var weight = counts[id] * Math.Log(1 + (perGroup / _index.PostCounts[id]));
            if (best.Count < _options.Candidates)
            {
                best.Enqueue(id, (weight, Form(id)));
            }
            else if (best.TryPeek(out _, out var least) && weight >= least.Weight)
            {
                best.EnqueueDequeue(id, (weight, Form(id)));
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    private List<KeyPhrase> Rank(List<int> candidates, GroupScope scope, ReadOnlySpan<int> memberOf)
    {
        var place = candidates.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        var votes = AuthorVotes.Count(_index, scope.Rows, place, memberOf);
        var least = Math.Max(Math.Min(2, scope.Rows.Length), (int)Math.Ceiling(scope.Rows.Length * 0.005));
        var ranked = candidates
            .Where(id => scope.Counts[id] >= least)
            .Select(id => new RankedPhrase(
                _index.Phrases[id].Words(), Form(id), Surface(id), scope.Counts[id], votes[place[id]].Members,
                votes[place[id]].Weight * Math.Log(1 + (scope.PerGroup / _index.PostCounts[id])) * scope.Contrast(id),
                (scope.Counts[id] / (double)scope.Rows.Length) / (_index.PostCounts[id] / (double)_terms.Count)))
            .OrderByDescending(phrase => phrase.Weight).ThenBy(phrase => phrase.Form, StringComparer.Ordinal);
        return PhraseSelection.WithoutNearRepeats(ranked, _options.Count, _terms.Forms);
    }

    private string Form(int id) => string.Join(' ', _index.Phrases[id].Words().Select(word => _terms.Forms[word]));

    private string Surface(int id) => PhraseSelection.Join([.. _index.Phrases[id].Words().Select(word => _terms.Surfaces[word])]);
}
