using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace TextSeg.Engine.Messages;

/// <summary>
/// Tells the bus of work without keeping whoever made it waiting. A message that is asked for while it is being sent is sent once more, not as often as it was asked for.
/// A bus that is away loses nothing, since work is rows: it is told of again later. Safe to use from several threads.
/// </summary>
public sealed class WorkNotices(IBus bus, ILogger<WorkNotices> logger)
{
    private const int Sending = 1;
    private const int SendingAndAskedAgain = 2;
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<object, int> _asked = new();

    /// <summary>Tells of work that is stored for good. Returns at once.</summary>
    /// <param name="message">A message; equal ones count as the same.</param>
    public void Tell(object message)
    {
        if (_asked.AddOrUpdate(message, Sending, (_, asked) => Math.Min(asked + 1, SendingAndAskedAgain)) == Sending)
        {
            _ = SendAsync(message);
        }
    }

    private async Task SendAsync(object message)
    {
        do
        {
            using var patience = new CancellationTokenSource(MostPatience);
            try
            {
                await bus.Publish(message, message.GetType(), patience.Token);
            }
            catch (Exception fault)
            {
                Log.NotTold(logger, fault.GetType().Name);
            }
        }
        while (_asked.AddOrUpdate(message, 0, (_, asked) => asked - 1) > 0);

        _asked.TryRemove(KeyValuePair.Create(message, 0));
    }
}
