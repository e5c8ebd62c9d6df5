using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TextSeg.Engine;
using TextSeg.Server.Api;
using TextSeg.Server.Health;
using TextSeg.Server.Observability;

namespace TextSeg.Server;

/// <summary>Puts a worker together: the consumers of the service without its interface, to share its work with others.</summary>
public static class WorkerHost
{
    /// <summary>Builds a worker; it works when it is started.</summary>
    /// <param name="given">Settings of the command line, over those of the environment (TEXTSEG_…) and of appsettings.json in the data folder: the same as of the service.</param>
    /// <param name="urls">Where it tells how it is (<c>/health/live</c>, <c>/health/ready</c>); null to listen nowhere.</param>
    /// <exception cref="JobException">Settings have faults, all of which are named, or no worker can share the work with these.</exception>
    public static IHost Build(IReadOnlyDictionary<string, string?> given, string? urls)
    {
        var settings = new Dictionary<string, string?>(given) { [nameof(ServiceOptions.Work)] = bool.TrueString };
        if (urls is null)
        {
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = typeof(WorkerHost).Assembly.GetName().Name });
            Add(builder, settings);
            return builder.Build();
        }

        var web = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WorkerHost).Assembly.GetName().Name });
        settings[nameof(ServiceOptions.Urls)] = urls;
        web.WebHost.UseUrls(urls);
        Add(web, settings);
        web.Services.AddChecks();
        var app = web.Build();
        app.MapHealth();
        return app;
    }

    /// <summary>What a worker needs beside what the service needs.</summary>
    internal static IEnumerable<string> Faults(ServiceOptions options)
    {
        string[] missing =
        [
            .. options.Bus == BusAddress.InMemory ? [$"Bus ({BusAddress.Shape})"] : Array.Empty<string>(),
            .. options.Database.Length == 0 ? ["Database (postgres://user:password@host/database)"] : Array.Empty<string>(),
            .. options.Vectors == StorageSettings.Embedded ? [$"Vectors ({StorageSettings.Qdrant}, with VectorsAddress)"] : Array.Empty<string>(),
        ];
        if (missing.Length > 0)
        {
            yield return $"A worker shares the work of textseg serve over servers that both reach: set {string.Join(" and ", missing)} for both, or start textseg serve alone, which does the work itself.";
        }
    }

    private static void Add(IHostApplicationBuilder builder, Dictionary<string, string?> settings)
    {
        var options = ServiceConfiguration.Read(builder.Configuration, settings, Faults);
        builder.Services.AddSingleton(Options.Create(options));
        builder.Logging.AddServiceLogs();
        builder.Services.AddTelemetry(options.Telemetry);
        builder.Services.AddPresence("worker");
        ServiceHost.AddEngine(builder.Services, options);
    }
}
