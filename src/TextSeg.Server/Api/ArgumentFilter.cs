using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace TextSeg.Server.Api;

/// <summary>Holds what a client sent against the attributes of its type, and tells all faults at once.</summary>
internal sealed class ArgumentFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        List<ValidationResult> faults = [];
        foreach (var argument in context.Arguments.OfType<object>().Where(argument => argument.GetType().Namespace == typeof(ArgumentFilter).Namespace))
        {
            Validator.TryValidateObject(argument, new ValidationContext(argument), faults, validateAllProperties: true);
        }

        return faults.Count == 0 ? await next(context) : TypedResults.ValidationProblem(
            faults.SelectMany(fault => fault.MemberNames, (fault, name) => (Name: name, fault.ErrorMessage)).GroupBy(fault => fault.Name)
                .ToDictionary(group => group.Key, group => group.Select(fault => fault.ErrorMessage ?? "It is wrong.").ToArray()), title: "The request is wrong.");
    }
}
