using MassTransit;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Engine.Consumers;

/// <summary>Makes of new posts what can be made of each alone. The message again, or late, changes nothing: work is a row without its result.</summary>
public sealed class PostsArrivedConsumer(WorkspaceRegistry workspaces, WorkspaceStages stages, WordlessFaults faults) : IConsumer<PostsArrived>
{
    public Task Consume(ConsumeContext<PostsArrived> context) =>
        faults.GuardAsync(context.Message, () => stages.CatchUpAsync(workspaces.Open(context.Message.Workspace), context.CancellationToken));
}
