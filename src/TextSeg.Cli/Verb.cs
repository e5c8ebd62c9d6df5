using System.CommandLine;
using TextSeg.Cli.Commands;

namespace TextSeg.Cli;

/// <summary>Gives every verb the same manners: failures as one sentence on standard error, and the exit code that fits.</summary>
internal static class Verb
{
    /// <summary>The option that every verb with a result has.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print the result as JSON." };

    /// <summary>Sets what the verb does, and what it says when Ctrl-C stops it.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task> action, string stopped = "Stopped.") => command.Answers(
        async (parsed, cancellation) =>
        {
            await action(parsed, cancellation);
            return ExitCode.Good;
        },
        stopped);

    /// <summary>Sets what the verb does, where its exit code is an answer too.</summary>
    public static Command Answers(this Command command, Func<ParseResult, CancellationToken, Task<int>> action, string stopped = "Stopped.")
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await action(parsed, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync(stopped);
                return ExitCode.Stopped;
            }
            catch (Exception failure) when (Failure.IsExpected(failure))
            {
                await Console.Error.WriteLineAsync(Failure.Sentence(failure, parsed.GetValue(WorkspaceOptions.Data) ?? "."));
                return Failure.IsWrongUse(failure) ? ExitCode.WrongUse : ExitCode.Failed;
            }
        });
        return command;
    }
}
