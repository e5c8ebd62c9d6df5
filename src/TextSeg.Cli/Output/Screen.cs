using Spectre.Console;

namespace TextSeg.Cli.Output;

/// <summary>Standard output for tables: in colour and as wide as the window on a terminal, plain and 120 wide elsewhere.</summary>
internal static class Screen
{
    private const int PlainWidth = 120;

    public static void Write(Table table)
    {
        if (!Console.IsOutputRedirected)
        {
            AnsiConsole.Write(table);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = PlainWidth;
        console.Write(table);
    }
}
