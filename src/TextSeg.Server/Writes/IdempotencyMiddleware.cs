using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TextSeg.Engine.Access;
using TextSeg.Engine.Hosting;
using TextSeg.Server.Access;

namespace TextSeg.Server.Writes;

/// <summary>
/// A write that carries an Idempotency-Key is done once: sent again, it gives the answer of the first time with its status. Only answers of writes that were done (2xx) are kept;
/// one that was refused changed nothing and may be sent again.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, RepeatedWrites writes)
{
    public const string Header = "Idempotency-Key";
    public const int LongestName = 200;
    private const string ReplayedHeader = "Idempotent-Replayed";
    private const string RetrySeconds = "1";

    public async Task InvokeAsync(HttpContext context)
    {
        var name = context.Request.Headers[Header].ToString();
        if (name.Length == 0 || context.Features.Get<AccessKey>() is not { } key || !IsWrite(context))
        {
            await next(context);
            return;
        }

        if (name.Length > LongestName || name.Any(letter => letter is < ' ' or > '~'))
        {
            await ProblemAsync(context, StatusCodes.Status400BadRequest, "The Idempotency-Key is wrong.", $"Send 1 to {LongestName} printable ASCII letters.");
            return;
        }

        var known = await writes.BeginAsync(key.Id, name, await HashAsync(context.Request), context.RequestAborted);
        await (known.State switch
        {
            WriteState.New => DoAsync(context, key.Id, name),
            WriteState.Answered => ReplayAsync(context, name, known),
            WriteState.UnderWay => UnderWayAsync(context),
            _ => ProblemAsync(context, StatusCodes.Status422UnprocessableEntity, "The Idempotency-Key was used for another request.", "Give each write a key of its own, and send the same key only with the same request."),
        });
    }

    private static bool IsWrite(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<SafeToRepeat>() is null;

    private static async Task<string> HashAsync(HttpRequest request)
    {
        request.EnableBuffering(RequestLimits.BodyBytes, RequestLimits.BodyBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.ContentType}\n"));
        hash.AppendData(await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task DoAsync(HttpContext context, long key, string name)
    {
        var body = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var held = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new HeldBody(held));
        var isDone = false;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync();
            if (context.Response.StatusCode < StatusCodes.Status300MultipleChoices)
            {
                await writes.EndAsync(key, name, context.Response.StatusCode, KeptAnswer.Of(context.Response, held).Close(AccessKeyAuthentication.SecretOf(context.Request)!, name));
                isDone = true;
            }
        }
        finally
        {
            context.Features.Set(body);
            await (isDone ? Task.CompletedTask : writes.ForgetAsync(key, name));
        }

        await context.Response.Body.WriteAsync(held.ToArray(), context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, string name, KnownWrite known)
    {
        context.Response.StatusCode = known.Status;
        context.Response.Headers[ReplayedHeader] = "true";
        await KeptAnswer.Open(known.Body!, AccessKeyAuthentication.SecretOf(context.Request)!, name).WriteAsync(context.Response);
    }

    private static Task UnderWayAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds;
        return ProblemAsync(context, StatusCodes.Status409Conflict, "The same write is under way.", "Wait for its answer, or send it again in a second.");
    }

    private static Task ProblemAsync(HttpContext context, int status, string title, string detail) => TypedResults.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(context);

    /// <summary>Holds the answer back until it is kept: nobody hears of a write whose answer could be forgotten.</summary>
    private sealed class HeldBody(Stream held) : StreamResponseBodyFeature(held)
    {
        public override Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
