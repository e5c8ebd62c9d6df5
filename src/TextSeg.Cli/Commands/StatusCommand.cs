using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Status;
using TextSeg.Server.Health;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg status</c>: how the service is, on one screen; also while it is down.</summary>
internal static class StatusCommand
{
    private const string KeyVariable = "TEXTSEG_KEY";

    private static readonly Option<string?> Url = new("--url") { Description = "Ask the service at this address instead of reading the data folder." };
    private static readonly Option<string?> Key = new("--key") { Description = $"Key for the service (or in {KeyVariable}, which no list of processes shows); without one only its health is asked." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() =>
        new Command("status", "How the service is: processes, workspaces, waiting posts, runs, failures, sources, room. Exit code 0 when all is well, 3 when something is not, 1 when it is down.")
        {
            Url, Key, Json,
        }.With(ServiceSettings.OfStorage).Answers(RunAsync);

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) => parsed.GetValue(Url) is { } url
        ? AskAsync(parsed, url, cancellation)
        : ReadAsync(parsed, cancellation);

    private static async Task<int> ReadAsync(ParseResult parsed, CancellationToken cancellation) =>
        Show(parsed, await StatusFromPlace.ReadAsync(ServiceSettings.Given(parsed), cancellation));

    private static async Task<int> AskAsync(ParseResult parsed, string url, CancellationToken cancellation)
    {
        using var client = new ServiceClient(url, parsed.GetValue(Key) ?? Environment.GetEnvironmentVariable(KeyVariable));
        var health = await client.HealthAsync(cancellation);
        if (client.HasKey)
        {
            var status = await client.StatusAsync(cancellation);
            return Show(parsed, status with { Reasons = [.. health.Reasons, .. status.Reasons] });
        }

        Print(parsed, health, StatusText.Print);
        return health.Status switch { "healthy" => ExitCode.Good, "degraded" => ExitCode.NotWell, _ => ExitCode.Failed };
    }

    private static int Show(ParseResult parsed, ServiceStatus status)
    {
        Print(parsed, status, StatusText.Print);
        return !status.IsUp ? ExitCode.Failed : status.Reasons.Count > 0 ? ExitCode.NotWell : ExitCode.Good;
    }

    private static void Print<T>(ParseResult parsed, T answer, Action<T> asText)
    {
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(answer);
        }
        else
        {
            asText(answer);
        }
    }
}
