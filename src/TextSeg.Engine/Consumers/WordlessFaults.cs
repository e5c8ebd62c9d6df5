using MassTransit;
using Microsoft.Extensions.Logging;

namespace TextSeg.Engine.Consumers;

/// <summary>
/// Lets no fault of a stage out with its message: the bus would write it into its log, its traces and the queue of errors, and messages of libraries may quote a post. What went
/// wrong is logged here, by its kind and place; our own sentences go on as they are.
/// </summary>
/// <typeparam name="T">The message that was worked on.</typeparam>
public sealed class WordlessFaults<T>(ILogger<WordlessFaults<T>> logger) : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.WorkFailed(logger, typeof(T).Name, fault);
            throw new JobException(fault is JobException { InnerException: null } ? fault.Message : $"A fault of the kind {fault.GetType().FullName}; the log of the worker tells more.");
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("wordless");
}
