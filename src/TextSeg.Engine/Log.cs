using Microsoft.Extensions.Logging;

namespace TextSeg.Engine;

/// <summary>All that the engine logs: counts and numbers of runs. Never a text, a name or an address.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Took in {Added} new posts, {Changed} changed, {Unchanged} known; rejected {Rejected} records")]
    public static partial void TookIn(ILogger logger, long added, long changed, long unchanged, long rejected);

    [LoggerMessage(LogLevel.Warning, "{Groups} groups of near duplicates are full: more posts share their words, as posts written with a template do")]
    public static partial void FullGroups(ILogger logger, int groups);

    [LoggerMessage(LogLevel.Warning, "The bus could not be told of work that waits ({Fault}); it is told again later")]
    public static partial void NotTold(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Error, "Work that {Message} told of failed")]
    public static partial void WorkFailed(ILogger logger, string message, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Old posts of {Workspace} could not be taken out now; it is tried again later")]
    public static partial void RetentionWaits(ILogger logger, string workspace, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Could not let others know that this process is at work ({Fault}); tries again")]
    public static partial void NotSeen(ILogger logger, string fault);
}
