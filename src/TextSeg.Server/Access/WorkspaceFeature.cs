using System.Reflection;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Hosting;

namespace TextSeg.Server.Access;

/// <summary>The workspace of the address, for handlers; <see cref="WorkspaceMiddleware"/> has looked whether the key opens it.</summary>
internal sealed record WorkspaceFeature(LiveWorkspace Live)
{
    public static ValueTask<WorkspaceFeature?> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(context.Features.Get<LiveWorkspace>() is { } live ? new WorkspaceFeature(live) : null);
}
