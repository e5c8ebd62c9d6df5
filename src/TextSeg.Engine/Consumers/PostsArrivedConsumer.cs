using MassTransit;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Engine.Consumers;

/// <summary>Makes of new posts what can be made of each alone. The message again, or late, changes nothing: work is a row without its result.</summary>
public sealed class PostsArrivedConsumer(WorkspaceRegistry workspaces, WorkspaceStages stages, WordlessFaults faults) : IConsumer<PostsArrived>
{
    public Task Consume(ConsumeContext<PostsArrived> context) => faults.GuardAsync(context.Message, () => CatchUpAsync(context.Message.Workspace, context.CancellationToken));

    // A message may outlive its workspace, which must not be made by looking at it.
    private async Task CatchUpAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(workspace, cancellationToken) is not null)
        {
            await stages.CatchUpAsync(workspaces.Open(workspace), cancellationToken);
        }
    }
}
