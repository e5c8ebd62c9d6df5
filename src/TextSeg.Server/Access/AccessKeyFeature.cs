using System.Reflection;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>Who asks, for handlers.</summary>
internal sealed record AccessKeyFeature(AccessKey Key)
{
    public static ValueTask<AccessKeyFeature?> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(context.Features.Get<AccessKey>() is { } key ? new AccessKeyFeature(key) : null);
}
