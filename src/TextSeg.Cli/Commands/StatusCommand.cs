using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Status;
using TextSeg.Engine.Storage.Catalog;
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
            WorkspaceOptions.Data, Url, Key, Json,
        }.Answers(RunAsync);

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) => parsed.GetValue(Url) is { } url
        ? AskAsync(parsed, new ServiceClient(url, parsed.GetValue(Key) ?? Environment.GetEnvironmentVariable(KeyVariable)), cancellation)
        : ReadAsync(parsed, parsed.GetValue(WorkspaceOptions.Data)!, cancellation);

    private static async Task<int> ReadAsync(ParseResult parsed, string folder, CancellationToken cancellation)
    {
        if (!ServiceCatalog.IsThere(folder))
        {
            throw new JobException($"No service has worked on {folder} yet: start one with textseg serve --data {folder}, or name another folder.") { IsWrongUse = true };
        }

        var catalog = ServiceCatalog.Open(folder);
        using var workspaces = new WorkspaceRegistry(catalog, folder, TimeProvider.System);
        return Show(parsed, await new StatusReader(catalog, workspaces, folder, TimeProvider.System).ReadAsync(_ => true, new HealthOptions().Limits, cancellation));
    }

    private static async Task<int> AskAsync(ParseResult parsed, ServiceClient client, CancellationToken cancellation)
    {
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
