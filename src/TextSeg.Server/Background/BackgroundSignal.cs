namespace TextSeg.Server.Background;

/// <summary>Wakes the background work of this process, so that nobody waits for its next look. Thread-safe.</summary>
internal sealed class BackgroundSignal
{
    private TaskCompletionSource _asked = Unasked();

    /// <summary>Ends when somebody asks after this was taken.</summary>
    public Task Next => Volatile.Read(ref _asked).Task;

    /// <summary>Asks all for a look.</summary>
    public void Wake() => Interlocked.Exchange(ref _asked, Unasked()).SetResult();

    private static TaskCompletionSource Unasked() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
