using MassTransit;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Engine.Consumers;

/// <summary>Keeps messages that failed for good where people see them.</summary>
public sealed class DeadLetterConsumer(DeadLetters letters) : IConsumer<Fault<PostsArrived>>, IConsumer<Fault<RunRequested>>
{
    public Task Consume(ConsumeContext<Fault<PostsArrived>> context) =>
        letters.AddAsync(context.Message.Message.Workspace, null, Reason(context.Message), context.CancellationToken);

    public Task Consume(ConsumeContext<Fault<RunRequested>> context) =>
        letters.AddAsync(context.Message.Message.Workspace, context.Message.Message.Request, Reason(context.Message), context.CancellationToken);

    // Only our own sentences are sure to hold no text of a post.
    private static string Reason(Fault fault) => fault.Exceptions.FirstOrDefault() switch
    {
        null => "No reason was told.",
        { } cause when cause.ExceptionType == typeof(JobException).FullName || cause.ExceptionType == typeof(Vectors.VectorStoreException).FullName => cause.Message,
        { } cause => $"A fault of the kind {cause.ExceptionType}; the log of the worker tells more.",
    };
}
