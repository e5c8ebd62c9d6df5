using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using TextSeg.Cli.Commands;

namespace TextSeg.Cli;

/// <summary>The <c>textseg</c> command: its verbs and what each exit code means.</summary>
internal static class CommandLine
{
    /// <summary>How long a stage may take to stop after Ctrl-C before the program is ended.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Finds the themes and the groups of people in what a community writes.")
        {
            MineCommand.Create(),
            AddCommand.Create(),
            PullCommand.Create(),
            CardCommands.Segments(),
            CardCommands.Segment(),
            CardCommands.Topic(),
            CardCommands.Member(),
            AskCommand.Create(),
            EditCommands.Create(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            BackupCommands.Migrate(),
            TopicsCommand.Create(),
            CompareCommand.Create(),
            EncodeCommand.Create(),
            AnnotateCommand.Create(),
            SampleCommand.Create(),
            ModelsCommand.Create(),
            EvalCommand.Create(),
            ServeCommand.Create(),
            WorkerCommand.Create(),
            KeysCommand.Create(),
            StatusCommand.Create(),
        };
        var parsed = root.Parse(args);
        return parsed.Action is ParseErrorAction ? await ExplainAsync(parsed) : await InvokeAsync(parsed);
    }

    /// <summary>The library listens for Ctrl-C only after the verb has begun; a signal before that must stop it as cleanly.</summary>
    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StopTimeout }, stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> ExplainAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        List<string> words = [];
        for (SymbolResult? place = parsed.CommandResult; place is CommandResult { Command: not RootCommand } command; place = command.Parent)
        {
            words.Insert(0, command.Command.Name);
        }

        await Console.Error.WriteLineAsync($"See 'textseg {string.Join(' ', [.. words, "--help"])}'.");
        return ExitCode.WrongUse;
    }
}
