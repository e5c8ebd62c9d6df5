using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TextSeg.Server.Writes;

namespace TextSeg.Server.Documents;

/// <summary>Describes what each operation answers when it cannot do what was asked: always a problem (RFC 9457).</summary>
internal static class OperationFaults
{
    private const string SchemaName = "ProblemDetails";

    private static readonly (int Status, string Description, Func<OpenApiOperation, bool> IsOf)[] All =
    [
        (StatusCodes.Status400BadRequest, "The request is wrong.", operation => operation.Parameters is { Count: > 0 } || operation.RequestBody is not null),
        (StatusCodes.Status401Unauthorized, "No valid key.", IsGuarded),
        (StatusCodes.Status403Forbidden, "The key may not do that.", IsGuarded),
        (StatusCodes.Status404NotFound, "Not found, or in a workspace that the key does not open.", operation => operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true),
        (StatusCodes.Status409Conflict, "Not possible now, or the same write is under way.", IsWrite),
        (StatusCodes.Status413PayloadTooLarge, "The body is too large.", operation => operation.RequestBody is not null),
        (StatusCodes.Status415UnsupportedMediaType, "The body is of another type, or packed.", operation => operation.RequestBody is not null),
        (StatusCodes.Status422UnprocessableEntity, "The Idempotency-Key was used for another request.", IsWrite),
        (StatusCodes.Status429TooManyRequests, "Too many requests in a minute; Retry-After says when to come back.", IsGuarded),
        (StatusCodes.Status503ServiceUnavailable, "A store cannot be reached now; Retry-After says when to come back.", _ => true),
    ];

    /// <summary>Adds the problems, and the header that makes a write safe to send again.</summary>
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!HttpMethods.IsGet(context.Description.HttpMethod!) && IsGuarded(operation))
        {
            DescribeRepetition(operation, metadata.OfType<SafeToRepeat>().FirstOrDefault());
        }

        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: cancellationToken);
        context.Document!.AddComponent(SchemaName, schema);
        operation.Responses ??= [];
        foreach (var (status, description, _) in All.Where(fault => fault.IsOf(operation)))
        {
            var content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(SchemaName, context.Document) } };
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse { Description = description, Content = content });
        }
    }

    private static void DescribeRepetition(OpenApiOperation operation, SafeToRepeat? safe)
    {
        if (safe is not null)
        {
            operation.Description = $"Needs no {IdempotencyMiddleware.Header}. {safe.Reason}";
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyMiddleware.Header, In = ParameterLocation.Header, Description = "A name for this write: sent again within 24 hours, it gives the answer of the first time and does nothing.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyMiddleware.LongestName },
        });
    }

    private static bool IsGuarded(OpenApiOperation operation) => operation.Security is { Count: > 0 };

    private static bool IsWrite(OpenApiOperation operation) => operation.Parameters?.Any(parameter => parameter.Name == IdempotencyMiddleware.Header) == true;
}
