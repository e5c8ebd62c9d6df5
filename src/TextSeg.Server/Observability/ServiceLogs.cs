using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace TextSeg.Server.Observability;

/// <summary>How the service logs: JSON on standard error. Levels of own categories are set as usual, such as Logging:LogLevel:TextSeg=Debug.</summary>
internal static class ServiceLogs
{
    // These would write addresses of requests, which may hold names and secrets; who asked for what stands in the audit log.
    private static readonly string[] OfAddresses = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server.Kestrel"];

    public static void AddServiceLogs(this ILoggingBuilder logging)
    {
        logging.ClearProviders().AddConsole(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (WordlessFormatter.FormatterName, LogLevel.Trace));
        logging.AddConsoleFormatter<WordlessFormatter, ConsoleFormatterOptions>();
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("TextSeg.Server.Access", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        foreach (var category in OfAddresses)
        {
            logging.AddFilter(category, LogLevel.None);
        }

    }
}
