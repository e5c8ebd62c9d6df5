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
    });

    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AllowAnonymous();
    }

    private static Task DescribeAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RightRequirement>().FirstOrDefault() is not { } requirement)
        {
            return Task.CompletedTask;
        }

        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-right"] = new JsonNodeExtension(requirement.Right.ToString().ToLowerInvariant());
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "No valid key." });
        operation.Responses.TryAdd("403", new OpenApiResponse { Description = "The key may not do that." });
        return Task.CompletedTask;
    }
}
