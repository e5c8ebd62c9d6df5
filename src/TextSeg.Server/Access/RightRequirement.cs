using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Access;

/// <summary>That an endpoint asks for a right.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RightRequirement(Right right) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData, IAuthorizeData
{
    /// <summary>The right.</summary>
    public Right Right => right;

    public string? Policy { get; set; }

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements()
    {
        yield return this;
    }
}

/// <summary>Looks whether the key that asks has the right.</summary>
internal sealed class RightHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (accessor.HttpContext?.Features.Get<AccessKey>() is { } key && key.Allows(requirement.Right))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
