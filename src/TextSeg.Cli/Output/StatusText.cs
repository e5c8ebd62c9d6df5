using System.Globalization;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Status;

namespace TextSeg.Cli.Output;

/// <summary>How the service is, as text.</summary>
internal static class StatusText
{
    private const string None = "–";

    public static void Print(ServiceHealth health)
    {
        Console.Out.WriteLine($"The service is {health.Status}.");
        PrintReasons(health.Reasons);
    }

    public static void Print(ServiceStatus status)
    {
        var state = !status.IsUp ? "DOWN" : status.Reasons.Count > 0 ? "up, with faults" : "up and well";
        var processes = status.IsUp ? $" ({string.Join(", ", status.Processes.Select(pair => $"{pair.Value} {pair.Key}"))})" : "";
        Console.Out.WriteLine($"TextSeg {status.Version}: {state}{processes}; data {Size(status.DataBytes)}, {Size(status.FreeBytes)} free");
        PrintReasons(status.Reasons);
        if (status.Workspaces.Count == 0)
        {
            Console.Out.WriteLine("There is no workspace yet.");
            return;
        }

        var table = new FigureTable("Workspace", "Posts", "Waiting", "For", "Last run", "Took", "Now", "Next", "Dead letters");
        foreach (var one in status.Workspaces)
        {
            table.Row(
                one.Name, Number(one.Posts), Number(one.Waiting), one.Waiting == 0 ? None : Span(one.WaitingSeconds), Time(one.LastRunAt), one.LastRunSeconds is { } seconds ? Span(seconds) : None,
                one.RunState is RunRequests.Running ? one.RunStage ?? one.RunState : one.RunState ?? None, Time(one.NextRunAt), Number(one.DeadLetters));
        }

        table.Print();
    }

    private static void PrintReasons(IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
        {
            Console.Out.WriteLine($"  ! {reason}");
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private static string Size(long bytes) => bytes >= 1L << 30 ? $"{bytes / (double)(1L << 30):N1} GiB" : $"{bytes / (double)(1L << 20):N0} MiB";

    private static string Time(DateTimeOffset? time) => time?.ToLocalTime().ToString("g", CultureInfo.CurrentCulture) ?? None;

    private static string Span(double seconds) => seconds < 120 ? $"{seconds:N0} s" : seconds < 7_200 ? $"{seconds / 60:N0} min" : $"{seconds / 3_600:N0} h";
}
