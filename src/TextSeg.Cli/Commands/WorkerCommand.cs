using System.CommandLine;
using Microsoft.Extensions.Hosting;
using TextSeg.Server;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg worker</c>: the work behind the service, beside others that share it.</summary>
internal static class WorkerCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to tell at how the worker is (/health/live, /health/ready); default: it listens nowhere." };

    public static Command Create() =>
        new Command("worker", "Share the work of a service: read posts and do runs that textseg serve takes in. Needs RabbitMQ, PostgreSQL and Qdrant, the same as the service's.")
        {
            Urls,
        }.With(ServiceSettings.OfWork).Does(RunAsync, "The worker has stopped; nothing is lost.");

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var host = WorkerHost.Build(ServiceSettings.Given(parsed), parsed.GetValue(Urls));
        await host.StartAsync(cancellation);
        await Console.Out.WriteLineAsync("TextSeg works on what the service takes in. Ctrl-C stops it.");
        await host.WaitForShutdownAsync(cancellation);
    }
}
