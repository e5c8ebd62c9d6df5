namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>A clock on which a second passes in a twentieth of one.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Speed = 20;

    public override long GetTimestamp() => System.GetTimestamp() * Speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private static TimeSpan Hurried(TimeSpan time) => time < TimeSpan.Zero ? time : time / Speed;
}
