using TextSeg.Engine.Sources.Pulling;

namespace TextSeg.Engine.Tests.Sources.Pulling;

/// <summary>What every pulled source keeps to.</summary>
public abstract class PulledSourceTests
{
    /// <summary>Puts posts up to a number onto the server.</summary>
    protected abstract Task WriteAsync(int upTo);

    /// <summary>A new connection to the server.</summary>
    protected abstract Task<IPulledSource> OpenAsync();

    [Fact]
    public async Task EveryPostComesAndAtTheNextPullOnlyWhatMayBeNew()
    {
        await WriteAsync(120);
        var (rows, cursor) = await PullAsync(null);
        rows.Distinct().Count().ShouldBe(120);
        rows.Count.ShouldBe(120);
        await WriteAsync(130);
        var (later, last) = await PullAsync(cursor);
        later.Except(rows).Count().ShouldBe(10);
        (await PullAsync(last)).Ids.Except(later).ShouldBeEmpty();
    }

    [Fact]
    public async Task APageThatWasNotStoredComesAgain()
    {
        await WriteAsync(120);
        var source = await OpenAsync();
        using var connection = source as IDisposable;
        var first = await source.PullAsync(null, CancellationToken.None);
        if (first.HasMore)
        {
            await source.PullAsync(first.Cursor, CancellationToken.None);
        }

        var (rest, _) = await PullAsync(first.HasMore ? first.Cursor : null);
        first.Rows.Select(row => row.Post!.ExternalId).Union(rest).Count().ShouldBe(120);
    }

    [Fact]
    public async Task ACursorIsShort()
    {
        await WriteAsync(120);
        (await PullAsync(null)).Cursor!.Length.ShouldBeInRange(1, 500);
    }

    private async Task<(List<string> Ids, string? Cursor)> PullAsync(string? cursor)
    {
        var source = await OpenAsync();
        using var connection = source as IDisposable;
        var (rows, next) = await source.PullAllAsync(cursor);
        rows.ShouldAllBe(row => row.Post!.Source == source.Name);
        return ([.. rows.Select(row => row.Post!.ExternalId)], next);
    }
}
