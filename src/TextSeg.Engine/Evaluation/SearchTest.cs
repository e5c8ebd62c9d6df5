using System.Diagnostics;
using System.Text.Json;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Mining;

namespace TextSeg.Engine.Evaluation;

/// <summary>How long searches of one kind of filter took.</summary>
/// <param name="Filter">The kind.</param>
/// <param name="Searches">How many there were.</param>
/// <param name="Median">Milliseconds, as all that follow.</param>
/// <param name="P95">95 in a hundred took no longer.</param>
/// <param name="P99">99 in a hundred took no longer.</param>
/// <param name="Longest">The longest.</param>
/// <param name="Searched">Posts that passed the filter, on average.</param>
/// <param name="Refused">Filters that left too few members.</param>
/// <param name="Processor">Processor time of a search, on average: what it costs whatever else the machine does.</param>
public sealed record SearchTimes(string Filter, int Searches, double Median, double P95, double P99, double Longest, double Searched, int Refused, double Processor);

/// <summary>What was measured.</summary>
/// <param name="Posts">Posts in the workspace.</param>
/// <param name="FirstMilliseconds">The first search, which reads what later ones find in memory.</param>
/// <param name="Kinds">By kind of filter; the last is all together.</param>
/// <param name="AnewMilliseconds">The same searches with nothing kept in memory, the median.</param>
/// <param name="Compared">Answers held against the same search with nothing kept in memory.</param>
/// <param name="Same">Those that were the same to the last letter.</param>
public sealed record SearchFigures(long Posts, double FirstMilliseconds, IReadOnlyList<SearchTimes> Kinds, double AnewMilliseconds, int Compared, int Same);

/// <summary>Searches a mined workspace as the service does, with questions made of its own posts, and measures how long each takes.</summary>
/// <param name="address">The workspace.</param>
/// <param name="toolsOf">Gives the tools of the encoder that a run was made with.</param>
/// <param name="fewestMembers">Members that a filter must leave.</param>
public sealed class SearchTest(WorkspaceAddress address, Func<string, MiningTools> toolsOf, int fewestMembers)
{
    /// <summary>Searches of each kind before those that are measured: a program's first rounds run as unoptimised code.</summary>
    private const int WarmUps = 5;

    private readonly List<SearchTimes> _kinds = [];
    private readonly List<double> _all = [];
    private readonly List<double> _anew = [];
    private (int Compared, int Same) _same;

    /// <param name="each">Searches of each kind.</param>
    /// <param name="compare">How many of each kind are held against a search with nothing kept in memory.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Stops between two searches.</param>
    /// <exception cref="JobException">Nothing was mined there.</exception>
    public async Task<SearchFigures> RunAsync(int each, int compare, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        using var live = new LiveWorkspace("eval", address);
        SearchTrial trial;
        long posts;
        using (var view = live.OpenToRead())
        {
            trial = new SearchTrial(view);
            posts = view.Connection.Query("SELECT COUNT(*) FROM Posts", row => row.GetInt64(0)).Single();
        }

        var first = (await AskAsync(live, trial.Question(0), new SearchFilter(), cancellationToken)).Milliseconds;
        foreach (var filter in trial.Filters(WarmUps).SelectMany(kind => kind.Filters))
        {
            await AskAsync(live, trial.Question(1), filter, cancellationToken);
        }

        foreach (var (kind, filters) in trial.Filters(each))
        {
            await MeasureAsync(live, trial, kind, filters, compare, cancellationToken);
            progress?.Report(new StageProgress("search", _kinds.Count, trial.Kinds));
        }

        _kinds.Add(Times("all together", _all, _kinds.Average(kind => kind.Searched), _kinds.Sum(kind => kind.Refused), _kinds.Average(kind => kind.Processor)));
        return new SearchFigures(posts, first, _kinds, _anew.Order().ElementAtOrDefault(_anew.Count / 2), _same.Compared, _same.Same);
    }

    private async Task MeasureAsync(LiveWorkspace live, SearchTrial trial, string kind, IReadOnlyList<SearchFilter> filters, int compare, CancellationToken cancellationToken)
    {
        var (times, refused, searched) = (new List<double>(), 0, 0L);
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < filters.Count; i++)
        {
            var (milliseconds, answer) = await AskAsync(live, trial.Question(i + 1), filters[i], cancellationToken);
            times.Add(milliseconds);
            refused += answer is null ? 1 : 0;
            searched += answer?.Searched ?? 0;
        }

        _all.AddRange(times);
        _kinds.Add(Times(kind, times, (double)searched / Math.Max(1, filters.Count - refused), refused, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / filters.Count));
        for (var i = 0; i < compare && i < filters.Count; i++)
        {
            await CompareAsync(live, trial.Question(i + 1), filters[i], cancellationToken);
        }
    }

    private async Task CompareAsync(LiveWorkspace live, string question, SearchFilter filter, CancellationToken cancellationToken)
    {
        if (await AskAsync(live, question, filter, cancellationToken) is (_, { } answer))
        {
            var start = Stopwatch.GetTimestamp();
            var anew = await AskAnewAsync(question, filter, cancellationToken);
            _anew.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            _same = (_same.Compared + 1, _same.Same + (JsonSerializer.Serialize(anew) == JsonSerializer.Serialize(answer) ? 1 : 0));
        }
    }

    private async Task<(double Milliseconds, SearchAnswer? Answer)> AskAsync(LiveWorkspace live, string question, SearchFilter filter, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        SearchAnswer? answer = null;
        using (var view = live.OpenToRead())
        {
            try
            {
                answer = await live.Search(view, toolsOf, fewestMembers).AskAsync(question, filter, cancellationToken: cancellationToken);
            }
            catch (JobException fault) when (fault.IsWrongUse)
            {
                // The filter leaves too few members: that is an answer too.
            }
        }

        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, answer);
    }

    private async Task<SearchAnswer> AskAnewAsync(string question, SearchFilter filter, CancellationToken cancellationToken)
    {
        using var view = Workspace.OpenToRead(address);
        var tools = toolsOf(CurrentRun.ModelOf(view));
        await using var store = tools.OpenStoreToRead(view);
        return await new PostSearch(view, store, tools.Encoder) { FewestMembers = fewestMembers }.AskAsync(question, filter, cancellationToken: cancellationToken);
    }

    private static SearchTimes Times(string kind, IEnumerable<double> times, double searched, int refused, double processor)
    {
        var rising = times.Order().ToArray();
        return new SearchTimes(kind, rising.Length, At(0.5), At(0.95), At(0.99), rising[^1], searched, refused, processor);

        double At(double share) => rising[(int)Math.Ceiling(share * rising.Length) - 1];
    }
}
