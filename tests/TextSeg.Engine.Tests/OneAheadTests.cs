namespace TextSeg.Engine.Tests;

public sealed class OneAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task BatchesAreWrittenInOrderAndOneIsMadeMeanwhile(int batches)
    {
        var (begun, written) = (new List<int>(), new List<string>());
        await OneAhead.RunAsync(batches, (at, _) => Begin(at), (at, made) => Write(at, made), TestContext.Current.CancellationToken);
        written.ShouldBe(Enumerable.Range(0, batches).Select(at => $"{at} made, {Math.Min(at + 2, batches)} begun"));

        Task<string> Begin(int at)
        {
            begun.Add(at);
            return Task.FromResult($"{at} made");
        }

        Task Write(int at, string made)
        {
            made.ShouldStartWith($"{at} ");
            written.Add($"{made}, {begun.Count} begun");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task AfterAFaultNothingIsBeingMadeAnyMore()
    {
        var busy = 0;
        await Should.ThrowAsync<IOException>(() => OneAhead.RunAsync(3, MakeAsync, (_, _) => throw new IOException("the disk is full"), TestContext.Current.CancellationToken));
        busy.ShouldBe(0);

        async Task<int> MakeAsync(int at, CancellationToken stop)
        {
            Interlocked.Increment(ref busy);
            try
            {
                if (at > 0)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }
            }
            finally
            {
                Interlocked.Decrement(ref busy);
            }

            return at;
        }
    }

    [Fact]
    public async Task AStopComesBetweenTwoBatches()
    {
        using var stop = new CancellationTokenSource();
        var written = new List<int>();
        await Should.ThrowAsync<OperationCanceledException>(() => OneAhead.RunAsync(3, (at, _) => Task.FromResult(at), (at, _) => WriteAndStopAsync(at), stop.Token));
        written.ShouldBe([0]);

        Task WriteAndStopAsync(int at)
        {
            written.Add(at);
            return stop.CancelAsync();
        }
    }
}
