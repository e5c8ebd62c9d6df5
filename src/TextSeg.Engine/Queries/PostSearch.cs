using Microsoft.Extensions.AI;
using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Profiles;
using TextSeg.Engine.Queries.Standing;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Queries;

/// <summary>
/// Finds posts that answer a question in plain words: by meaning and by words together. The filter works inside both, so a narrow
/// one still finds all there is.
/// </summary>
public sealed class PostSearch(Workspace workspace, IVectorStore store, IEmbeddingGenerator<string, Embedding<float>> encoder)
{
    private const int WordHits = 1_000;
    private const double MoreLikelyThanNot = 0.5;
    private readonly DenseLeg _dense = new(workspace, store, encoder);

    /// <summary>What is kept of the workspace between searches; null to read anew what this search needs.</summary>
    public StandingSearch? Standing { get; init; }

    /// <summary>Members that a filter must leave where it leaves any, at least 0. Default 0.</summary>
    public int FewestMembers { get; init; }

    /// <param name="question">Plain words, in any language that the encoder knows.</param>
    /// <param name="filter">Which posts may be found.</param>
    /// <param name="limit">Hits wanted, 1 to 1,000.</param>
    /// <exception cref="JobException">Nothing was mined yet, the limit is out of its range, the filter leaves too few members, or it asks for moods and posts were not read for any.</exception>
    public async Task<SearchAnswer> AskAsync(string question, SearchFilter filter, int limit = 10, CancellationToken cancellationToken = default)
    {
        if (limit is < 1 or > 1_000)
        {
            throw new JobException($"The limit is {limit}; it must lie between 1 and 1,000.") { IsWrongUse = true };
        }

        var (run, chosen) = await ChooseAsync(filter, cancellationToken);
        if (chosen.Count == 0)
        {
            RequireReadings(filter);
            return new SearchAnswer(question, 0, 0, 0, 0, new SearchLegs(0, 0), [], []);
        }

        var meaning = await _dense.FindAsync(question, chosen.Ids, chosen.Count, CalibrationAsync, cancellationToken);
        return Answer(question, run, chosen, meaning, FindWords(question, chosen, limit, meaning.Count), limit);

        Task<Mining.Relevance.RelevanceCalibration> CalibrationAsync() =>
            Standing?.CalibrationAsync(run, () => _dense.CalibrateAsync(run, CancellationToken.None)) ?? _dense.CalibrateAsync(run, cancellationToken);
    }

    private async Task<(long Run, PostSelection Chosen)> ChooseAsync(SearchFilter filter, CancellationToken cancellationToken)
    {
        if (Standing is not null && workspace.Connection.Provider.NotesChanges(workspace.Connection))
        {
            return (await Standing.Posts.RenewAsync(workspace, cancellationToken), Standing.Posts.Select(filter, workspace, FewestMembers));
        }

        var run = CurrentRun.RequiredId(workspace);
        FilterSize.Require(workspace, filter, FewestMembers);
        return (run, new StoredSelection(workspace, filter, run));
    }

    private void RequireReadings(SearchFilter filter)
    {
        if (filter.NeedsReadings && !AnnotatedPosts.Any(workspace))
        {
            throw new JobException($"The posts in {workspace.Folder} were not read for moods and intents yet: run textseg mine again, then ask.");
        }
    }

    // The commonest words are passed over only where the page is full without them, so a page is never shorter for it.
    private long[] FindWords(string question, PostSelection chosen, int limit, int foundByMeaning)
    {
        var all = SearchWords.Of(question);
        if (all.Count == 0)
        {
            return [];
        }

        var words = chosen.Count <= WordHits ? all : workspace.Connection.Provider.Words.Telling(workspace.Connection, all);
        var found = chosen.FindWords(SearchWords.AnyOf(words), WordHits);
        return words.Count == all.Count || Math.Max(found.Length, foundByMeaning) >= limit ? found : chosen.FindWords(SearchWords.AnyOf(all), WordHits);
    }

    private SearchAnswer Answer(string question, long run, PostSelection chosen, IReadOnlyList<(long Id, double Relevance)> meaning, long[] words, int limit)
    {
        var relevanceOf = meaning.ToDictionary(hit => hit.Id, hit => hit.Relevance);
        var wordSet = words.ToHashSet();
        var best = RankFusion.Fuse([.. meaning.Select(hit => hit.Id)], words).Take(limit);
        var relevant = meaning.TakeWhile(hit => hit.Relevance >= MoreLikelyThanNot).Select(hit => hit.Id).ToArray();
        var (members, topics) = chosen.Summarise(relevant);
        var hits = new HitReader(workspace, run).Read([.. best.Select(id => (id, relevanceOf.GetValueOrDefault(id), FoundBy(relevanceOf.ContainsKey(id), wordSet.Contains(id))))]);
        return new SearchAnswer(
            question, chosen.Count, relevant.Length, members, Math.Round(meaning.Sum(hit => hit.Relevance), 1), new SearchLegs(meaning.Count, words.Length), hits, topics);
    }

    private static string[] FoundBy(bool byMeaning, bool byWords) => [.. byMeaning ? ["meaning"] : (string[])[], .. byWords ? ["words"] : (string[])[]];
}
