using Microsoft.Extensions.Logging;

namespace TextSeg.Engine.Consumers;

/// <summary>
/// Lets no fault of a stage out of a consumer with its message: the bus would write it into its log, its traces and the queue of errors, and messages of libraries may quote a post.
/// What went wrong is logged here, by its kind and place; our own sentences go on as they are. Each consumer works within it.
/// </summary>
public sealed class WordlessFaults(ILogger<WordlessFaults> logger)
{
    /// <summary>Does the work that a message told of.</summary>
    /// <param name="message">The message, of which only the kind is told.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="JobException">It failed.</exception>
    public async Task GuardAsync(object message, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.WorkFailed(logger, message.GetType().Name, fault);
            throw new JobException(fault is JobException { InnerException: null } ? fault.Message : $"A fault of the kind {fault.GetType().FullName}; the log of the worker tells more.");
        }
    }
}
