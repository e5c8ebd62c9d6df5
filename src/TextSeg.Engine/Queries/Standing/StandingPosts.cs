using System.Data.Common;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Queries.Standing;

/// <summary>
/// What filters ask of every post, kept in memory between searches: about 70 bytes a post. Each use first brings in what changed since (<see cref="Storage.Migrations.NotedChanges"/>),
/// so a filter's answer is that of the database at the time of asking. Filters are tried while others read; only a change of what is kept waits for them. Thread-safe.
/// </summary>
internal sealed class StandingPosts : IDisposable
{
    private const int PostsAtOnce = 10_000;
    private readonly SemaphoreSlim _renewing = new(1);
    private readonly ReaderWriterLockSlim _lock = new();
    private FactReader _codes = new();
    private PostTable? _table;
    private (long Run, long Moment) _state;

    /// <summary>Brings what is kept in line with the database.</summary>
    /// <returns>The current run.</returns>
    /// <exception cref="JobException">Nothing was mined yet.</exception>
    public async Task<long> RenewAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var run = CurrentRun.RequiredId(workspace);
        if (IsNew(workspace.Connection, run))
        {
            return run;
        }

        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (!IsNew(workspace.Connection, run))
            {
                Renew(workspace.Connection, run);
            }

            return _state.Run;
        }
        finally
        {
            _renewing.Release();
        }
    }

    /// <summary>The posts that pass a filter, as they were when this was last renewed.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="workspace">Where members, segments and topics are looked up.</param>
    /// <param name="fewest">Members that it must leave, where it leaves any.</param>
    /// <exception cref="JobException">It leaves fewer.</exception>
    public StandingSelection Select(SearchFilter filter, Workspace workspace, int fewest)
    {
        _lock.EnterReadLock();
        try
        {
            var test = new PostTest(filter, workspace, _state.Run, _codes);
            var ids = _table!.Ids;
            var facts = _table.Facts;
            var (chosen, members, count) = (test.IsEmpty ? null : new List<long>(), new HashSet<long>(), 0);
            for (var row = 0; row < ids.Length; row++)
            {
                ref readonly var post = ref facts[row];
                if (!test.IsEmpty && !test.Passes(post))
                {
                    continue;
                }

                if (members.Count < fewest && post.Member != PostFacts.NoMember)
                {
                    members.Add(post.Member);
                }

                if (post.HasWords)
                {
                    count++;
                    chosen?.Add(ids[row]);
                }
            }

            return !test.IsEmpty && members.Count > 0 && members.Count < fewest
                ? throw Disclosure.FilterSize.Refusal(fewest)
                : new StandingSelection(this, workspace, _state.Run, count, chosen?.ToArray());
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Different authors of some posts, and how many of them lie in which topic.</summary>
    public (int Members, IReadOnlyList<(string Topic, int Posts)> Topics) Summarise(IReadOnlyCollection<long> posts)
    {
        _lock.EnterReadLock();
        try
        {
            var facts = posts.Select(_table!.Find).OfType<PostFacts>().ToList();
            var topics = facts.Where(post => post.Topic >= 0).CountBy(post => post.Topic).Select(pair => (_codes.Topics.Texts[pair.Key], pair.Value));
            return (facts.Where(post => post.Member != PostFacts.NoMember).Select(post => post.Member).Distinct().Count(), [.. topics]);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose()
    {
        _renewing.Dispose();
        _lock.Dispose();
    }

    private static long LastMoment(DbConnection connection) => connection.Query("SELECT COALESCE(MAX(Moment), 0) FROM PostChanges", row => row.GetInt64(0)).Single();

    private bool IsNew(DbConnection connection, long run)
    {
        _lock.EnterReadLock();
        try
        {
            return _table is not null && _state.Run >= run && _state.Moment >= LastMoment(connection);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    // The moment is read first: what changes while facts are read is read once more next time.
    private void Renew(DbConnection connection, long run)
    {
        var moment = LastMoment(connection);
        var isWhole = _table is null || connection.Query("SELECT COALESCE(MIN(Moment), 0) FROM PostChanges", row => row.GetInt64(0)).Single() > _state.Moment + 1;
        if (isWhole || run != _state.Run)
        {
            var codes = isWhole ? new FactReader() : _codes;
            Keep(isWhole ? ReadAll(connection, run, codes) : Placed(connection, run, codes), codes, (run, isWhole ? moment : _state.Moment));
        }

        var changed = connection.Query("SELECT DISTINCT PostId FROM PostChanges WHERE Moment > $1 AND Moment <= $2", row => row.GetInt64(0), _state.Moment, moment).ToArray();
        foreach (var batch in changed.Chunk(PostsAtOnce))
        {
            Bring(connection, run, batch);
        }

        Keep(_table!, _codes, (run, moment));
    }

    private static PostTable ReadAll(DbConnection connection, long run, FactReader codes)
    {
        var table = new PostTable();
        codes.Read(connection, run, table, null);
        return table;
    }

    // Read into a copy, so that searches go on with the run before.
    private PostTable Placed(DbConnection connection, long run, FactReader codes)
    {
        var table = _table!.Copy();
        foreach (ref var post in table.Facts)
        {
            post = post with { Topic = TextCodes.None, Leaf = TextCodes.None };
        }

        codes.ReadPlaces(connection, run, table, null);
        return table;
    }

    private void Bring(DbConnection connection, long run, long[] posts)
    {
        var part = new PostTable();
        _codes.Read(connection, run, part, posts);
        _lock.EnterWriteLock();
        try
        {
            foreach (var post in posts)
            {
                if (part.Find(post) is { } facts)
                {
                    _table!.Set(post, facts);
                }
                else
                {
                    _table!.Remove(post);
                }
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private void Keep(PostTable table, FactReader codes, (long Run, long Moment) state)
    {
        _lock.EnterWriteLock();
        (_table, _codes, _state) = (table, codes, state);
        _lock.ExitWriteLock();
    }
}
