using Microsoft.AspNetCore.Builder;

namespace TextSeg.Server.Writes;

/// <summary>That the same request again does no harm by itself, so that it needs no Idempotency-Key.</summary>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record SafeToRepeat(string Reason);

/// <summary>How endpoints say so.</summary>
internal static class SafeToRepeatEndpoints
{
    public static T RepeatsSafely<T>(this T endpoint, string reason) where T : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(new SafeToRepeat(reason)));
        return endpoint;
    }
}
