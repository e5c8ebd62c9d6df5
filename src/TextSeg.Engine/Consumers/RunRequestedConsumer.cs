using MassTransit;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Messages;

namespace TextSeg.Engine.Consumers;

/// <summary>Finds the structure of a workspace anew. One runs at a time per workspace; a request that is done or at work elsewhere is passed over.</summary>
public sealed class RunRequestedConsumer(WorkspaceRegistry workspaces, WorkspaceStages stages, WordlessFaults faults) : IConsumer<RunRequested>
{
    public Task Consume(ConsumeContext<RunRequested> context) =>
        faults.GuardAsync(context.Message, () => stages.RunAsync(workspaces.Open(context.Message.Workspace), context.Message.Request, context.CancellationToken));
}
