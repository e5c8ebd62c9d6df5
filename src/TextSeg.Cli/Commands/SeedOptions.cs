using System.CommandLine;
using System.Globalization;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics.Seeds;

namespace TextSeg.Cli.Commands;

/// <summary>Topics that the user describes.</summary>
internal static class SeedOptions
{
    private const string None = "none";

    public static readonly Option<string?> File = new("--seed-topics")
    {
        Description = "A file with topics of your own: JSON, or a line for each as \"Billing: the invoice is wrong; where is my refund\". Posts on them are pulled there, the rest is found freely. A data folder remembers them; none forgets them.",
    };

    /// <summary>What the user gave; null for nothing.</summary>
    public static IReadOnlyList<SeedEntry>? Read(ParseResult parsed) => parsed.GetValue(File) switch
    {
        null => null,
        None => [],
        var path => SeedFile.Read(path),
    };

    /// <summary>What is to be said of topics that were described.</summary>
    public static IEnumerable<string> Notes(IEnumerable<string> emptySeeds) => emptySeeds.Select(name => $"No post was found for the topic “{name}”.");

    /// <summary>Says which described topics have no post, and which edits do not hold.</summary>
    public static void PrintNotes(Workspace workspace)
    {
        foreach (var note in Notes(CurrentRun.Read(workspace).Facts.EmptySeeds))
        {
            Console.Error.WriteLine(note);
        }

        var conflicts = new Engine.Edits.WorkspaceEdits(workspace, TimeProvider.System).List().Where(edit => edit.State == Mining.Topics.Edits.EditState.Conflict).ToList();
        foreach (var conflict in conflicts)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Edit {conflict.Number} ({conflict.Summary}) does not fit the posts any more: {conflict.Why}"));
        }
    }
}
