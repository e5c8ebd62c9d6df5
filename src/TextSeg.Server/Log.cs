using Microsoft.Extensions.Logging;

namespace TextSeg.Server;

/// <summary>All that the server logs itself. Never a text, a name, an address or a key.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "A request failed by {Fault}")]
    public static partial void Failed(ILogger logger, string fault, Exception exception);

    [LoggerMessage(LogLevel.Information, "Goes on with {Workspaces} workspaces and {Runs} runs that were left")]
    public static partial void GoesOn(ILogger logger, int workspaces, int runs);

    [LoggerMessage(LogLevel.Warning, "The queue of posts cannot be read now ({Fault}); it is tried again")]
    public static partial void QueueAway(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Warning, "Could not look for work that waits ({Fault}); looks again later")]
    public static partial void LooksLater(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Information, "Run {Request} of {Workspace} is due")]
    public static partial void RunIsDue(ILogger logger, string workspace, long request);
}
