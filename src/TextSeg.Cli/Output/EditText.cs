using TextSeg.Engine.Edits;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Cli.Output;

/// <summary>Edits as plain text on standard output.</summary>
internal static class EditText
{
    public static void Print(EditOutcome outcome, bool preview)
    {
        Console.Out.WriteLine($"{(preview ? "Preview of edit" : "Edit")} {outcome.Number}: {outcome.Summary}: {EditSentences.Changes(outcome)}.");
        foreach (var name in outcome.Names)
        {
            Console.Out.WriteLine($"  {name.Id,-6} “{name.Before}” is now “{name.After}”");
        }

        foreach (var trouble in outcome.Troubles)
        {
            Console.Out.WriteLine($"  {trouble}");
        }
    }

    public static void Print(IReadOnlyList<EditEntry> edits)
    {
        Console.Out.WriteLine(edits.Count == 0 ? "There are no edits." : $"{edits.Count} edits, {edits.Count(edit => edit.State == EditState.Conflict)} in conflict with the posts as they are now.");
        foreach (var edit in edits)
        {
            Console.Out.WriteLine($"{edit.Number,4}  {edit.Summary}");
            if (edit.State != EditState.Holds)
            {
                Console.Out.WriteLine($"      {(edit.State == EditState.Conflict ? "Conflict: " : "")}{edit.Why}");
            }
        }
    }
}
