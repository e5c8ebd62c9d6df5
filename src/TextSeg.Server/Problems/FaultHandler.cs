using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TextSeg.Engine;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;

namespace TextSeg.Server.Problems;

/// <summary>Answers a fault as a problem (RFC 9457): what is wrong and what to do, never a stack trace or a text of a post.</summary>
internal sealed class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    private const int ClientWentAway = 499;
    private const string TryAgainSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Response.HasStarted)
        {
            return false;
        }

        var (status, title, detail) = Describe(exception, httpContext);
        if (status == StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logger, exception.GetType().Name, exception);
        }
        else if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = exception is VectorStoreException { RetryAfter: { } wait } ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture) : TryAgainSeconds;
        }

        await TypedResults.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(httpContext);
        return true;
    }

    private static (int Status, string Title, string? Detail) Describe(Exception fault, HttpContext context) => fault switch
    {
        _ when StorageFault.IsOfText(fault) => (StatusCodes.Status400BadRequest, "The request is wrong.", "A text in it holds NUL, which cannot be stored: leave it out."),
        _ when StorageFault.IsOfLength(fault) => (StatusCodes.Status400BadRequest, "The request is wrong.", "A name or an id in it is too long: 2,000 bytes are the most."),
        JobException { IsMissing: true } => (StatusCodes.Status404NotFound, "Not found.", fault.Message),
        JobException { IsWrongUse: true } => (StatusCodes.Status400BadRequest, "The request is wrong.", fault.Message),
        JobException { InnerException: { } inner } when StorageFault.IsOfDatabase(inner) || inner is IOException => (StatusCodes.Status503ServiceUnavailable, "The store cannot be used now.", fault.Message),
        JobException => (StatusCodes.Status409Conflict, "Not possible now.", fault.Message),
        BadHttpRequestException bad => (bad.StatusCode, "The request is wrong.", bad.InnerException is JsonException ? "The body is no JSON of the form that is asked for." : bad.Message),
        _ when context.RequestAborted.IsCancellationRequested => (ClientWentAway, "The client went away.", null),
        VectorStoreException => (StatusCodes.Status503ServiceUnavailable, "The vectors cannot be reached now.", fault.Message),
        _ when StorageFault.IsOfDatabase(fault) => (StatusCodes.Status503ServiceUnavailable, "The store cannot be used now.", "Try again in a few seconds."),
        _ => (StatusCodes.Status500InternalServerError, "A fault of the service.", "It was written into the log."),
    };
}
