using Microsoft.Extensions.AI;
using TextSeg.Engine.Profiles;
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

    /// <param name="question">Plain words, in any language that the encoder knows.</param>
    /// <param name="filter">Which posts may be found.</param>
    /// <param name="limit">Hits wanted, 1 to 1,000.</param>
    /// <exception cref="JobException">Nothing was mined yet, the limit is out of its range, or the filter asks for moods and posts were not read for any.</exception>
    public async Task<SearchAnswer> AskAsync(string question, SearchFilter filter, int limit = 10, CancellationToken cancellationToken = default)
    {
        if (limit is < 1 or > 1_000)
        {
            throw new JobException($"The limit is {limit}; it must lie between 1 and 1,000.") { IsWrongUse = true };
        }

        var run = CurrentRun.RequiredId(workspace);
        var sql = new FilterSql(workspace, filter, run);
        var allowed = workspace.Connection.Query($"SELECT Id FROM Posts WHERE Prose <> '' AND {sql.Where}", row => row.GetInt64(0), sql.Values).ToArray();
        if (allowed.Length == 0)
        {
            RequireReadings(filter);
            return new SearchAnswer(question, 0, 0, 0, 0, new SearchLegs(0, 0), [], []);
        }

        var meaning = await _dense.FindAsync(question, sql.IsEmpty ? null : new IdFilter(allowed), allowed.Length, cancellationToken);
        var words = FindWords(question, filter, run);
        return Answer(question, run, allowed.Length, meaning, words, limit);
    }

    private void RequireReadings(SearchFilter filter)
    {
        if (filter.NeedsReadings && !AnnotatedPosts.Any(workspace))
        {
            throw new JobException($"The posts in {workspace.Folder} were not read for moods and intents yet: run textseg mine again, then ask.");
        }
    }

    private long[] FindWords(string question, SearchFilter filter, long run)
    {
        if (SearchWords.ForQuery(question) is not { } match)
        {
            return [];
        }

        var sql = new FilterSql(workspace, filter, run, match, WordHits);
        return [.. workspace.Connection.Query(
            workspace.Connection.Provider.Words.Find(workspace.Connection, sql.Where),
            row => row.GetInt64(0),
            sql.Values)];
    }

    private SearchAnswer Answer(string question, long run, int searched, IReadOnlyList<(long Id, double Relevance)> meaning, long[] words, int limit)
    {
        var relevanceOf = meaning.ToDictionary(hit => hit.Id, hit => hit.Relevance);
        var wordSet = words.ToHashSet();
        var best = RankFusion.Fuse([.. meaning.Select(hit => hit.Id)], words).Take(limit).ToArray();
        var reader = new HitReader(workspace, run);
        var relevant = meaning.TakeWhile(hit => hit.Relevance >= MoreLikelyThanNot).Select(hit => hit.Id).ToArray();
        var (members, topics) = reader.Summarise(relevant);
        var hits = best.Select(id => reader.Read(id, relevanceOf.GetValueOrDefault(id), FoundBy(relevanceOf.ContainsKey(id), wordSet.Contains(id))));
        return new SearchAnswer(
            question, searched, relevant.Length, members, Math.Round(meaning.Sum(hit => hit.Relevance), 1), new SearchLegs(meaning.Count, words.Length), [.. hits], topics);
    }

    private static string[] FoundBy(bool byMeaning, bool byWords) => [.. byMeaning ? ["meaning"] : (string[])[], .. byWords ? ["words"] : (string[])[]];
}
