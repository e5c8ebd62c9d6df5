using Microsoft.AspNetCore.Builder;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>How endpoints say what they ask for and what they leave in the audit log.</summary>
internal static class RightEndpoints
{
    extension<T>(T endpoint) where T : IEndpointConventionBuilder
    {
        /// <summary>Lets only keys with this right in.</summary>
        public T Needs(Right right)
        {
            endpoint.Add(builder => builder.Metadata.Add(new RightRequirement(right)));
            return endpoint;
        }

        /// <summary>Leaves an entry in the audit log each time it answers.</summary>
        public T Audited(string action)
        {
            endpoint.Add(builder => builder.Metadata.Add(new AuditedAction(action)));
            return endpoint;
        }
    }
}

/// <summary>What an endpoint is called in the audit log.</summary>
internal sealed record AuditedAction(string Name);
