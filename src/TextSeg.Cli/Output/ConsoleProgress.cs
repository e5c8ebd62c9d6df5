using Spectre.Console;
using TextSeg.Mining;

namespace TextSeg.Cli.Output;

/// <summary>
/// Shows long work on standard error: a live line per stage on a terminal, one plain line every few seconds elsewhere.
/// Standard output stays free for results.
/// </summary>
internal static class ConsoleProgress
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(3);

    /// <summary>Runs <paramref name="work"/> and shows what it reports.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="work">The work.</param>
    /// <param name="whole">Knows the stages to come; null where they are not known.</param>
    public static async Task<T> RunAsync<T>(TimeProvider time, Func<IProgress<StageProgress>, Task<T>> work, TimeLeft? whole = null)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(new PlainLines(Console.Error, time, PlainInterval, whole));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new LiveLines(context, time, whole)));
    }

    private sealed class LiveLines(ProgressContext context, TimeProvider time, TimeLeft? whole) : IProgress<StageProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);
        private readonly StageRates _rates = new(time, whole);
        private readonly Lock _gate = new();

        public void Report(StageProgress value)
        {
            lock (_gate)
            {
                if (!_tasks.TryGetValue(value.Stage, out var task))
                {
                    _tasks[value.Stage] = task = context.AddTask(value.Stage);
                }

                task.Description = Markup.Escape(_rates.Describe(value));
                task.IsIndeterminate = value.Total <= 0;
                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Done;
            }
        }
    }
}
