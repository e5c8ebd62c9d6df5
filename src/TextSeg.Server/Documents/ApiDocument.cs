using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TextSeg.Server.Access;

namespace TextSeg.Server.Documents;

/// <summary>The OpenAPI document at /openapi/v1.json: what can be asked, and which right each asks for.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "key";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "TextSeg", Version = "v1", Description = "Finds the themes and the groups of people in what a community writes." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of this service: ts_…" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAccess);
        options.AddOperationTransformer(OperationFaults.DescribeAsync);
    });

    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AllowAnonymous();
    }

    private static Task DescribeAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.OperationId ??= OperationNames.Of(context.Description.HttpMethod!, context.Description.RelativePath!);
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RightRequirement>().FirstOrDefault() is not { } requirement)
        {
            return Task.CompletedTask;
        }

        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-right"] = new JsonNodeExtension(requirement.Right.ToString().ToLowerInvariant());
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
