using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using TextSeg.Engine.Storage;
using TextSeg.Server;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg serve</c>: the HTTP API and the work behind it, in one process.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on, parted by semicolons (default http://127.0.0.1:5080: this machine alone)." };

    private static readonly Option<bool> NoWork = new("--no-work") { Description = "Only answer requests, and leave the work to textseg worker." };

    public static Command Create() =>
        new Command("serve", "Run the service: posts come in over HTTP, are read, placed and searched; nothing else to install. The first start prints a link to sign in with.")
        {
            Urls, NoWork,
        }.With(ServiceSettings.OfWork).Does(RunAsync, "The service has stopped; nothing is lost.");

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var given = ServiceSettings.Given(parsed);
        if (parsed.GetValue(Urls) is { } urls)
        {
            given[nameof(ServiceOptions.Urls)] = urls;
        }

        if (parsed.GetValue(NoWork))
        {
            given[nameof(ServiceOptions.Work)] = bool.FalseString;
        }

        await using var app = ServiceHost.Build(given);
        await app.StartAsync(cancellation);
        await Console.Out.WriteLineAsync($"TextSeg listens on {string.Join(" and ", app.Urls)}; the interface is described at {app.Urls.First()}/docs. Ctrl-C stops it.");
        await PrintLinkAsync(app, cancellation);
        await app.WaitForShutdownAsync(cancellation);
    }

    private static async Task PrintLinkAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            if (await SignInLink.ForFirstStartAsync(app, cancellation) is { } link)
            {
                await Console.Out.WriteLineAsync($"Nobody can come in yet. Sign in as administrator, once and within a day: {link}");
            }
        }
        catch (Exception fault) when (StorageFault.IsOfDatabase(fault))
        {
            await Console.Error.WriteLineAsync("The database went away; the service goes on when it is back. If nobody can come in yet, textseg keys link prints a link to sign in with.");
        }
    }
}
