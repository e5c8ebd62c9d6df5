using System.CommandLine;
using TextSeg.Cli.Output;
using TextSeg.Engine.Edits;
using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg edit</c>: changes topics and segments by hand; every later run makes the same changes again.</summary>
internal static class EditCommands
{
    private static readonly Argument<string> Topic = new("TOPIC") { Description = "A topic, as the lists print it, such as t2-5." };
    private static readonly Argument<string> TopicOrSegment = new("TOPIC|SEGMENT") { Description = "A topic or a segment, as the lists print it." };
    private static readonly Argument<string[]> Topics = new("TOPIC|SEGMENT") { Description = "Two or more topics, or two or more segments; the first keeps its id.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string> Name = new("NAME") { Description = "The name to give, 1 to 80 characters." };
    private static readonly Argument<string> Post = new("POST") { Description = "A post: its id in the source, or its number." };
    private static readonly Argument<string> First = new("POST|TOPIC") { Description = "A post or a topic." };
    private static readonly Argument<string> Second = new("OTHER") { Description = "Another post or topic." };
    private static readonly Argument<long?> Number = new("N") { Description = "The edit, as edit list prints it (default: the last).", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<int?> Into = new("--into") { Description = "How many parts, 2 to 8 (default: found out from the posts)." };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Say what would change and change nothing." };
    private static readonly Option<bool> Json = Verb.JsonOption();

    public static Command Create() => new("edit", "Change topics and segments by hand. Takes effect at once, and again in every later run.")
    {
        Change("rename", "Give a topic or a segment a name that stays.", [TopicOrSegment, Name], (edits, parsed, preview) => edits.RenameAsync(parsed.GetValue(TopicOrSegment)!, parsed.GetValue(Name)!, preview)),
        Change("merge", "Make several topics one, or several segments.", [Topics], (edits, parsed, preview) => edits.MergeAsync(parsed.GetValue(Topics)!, preview)),
        Change("split", "Make one topic several.", [Topic, Into], (edits, parsed, preview) => edits.SplitAsync(parsed.GetValue(Topic)!, parsed.GetValue(Into), preview)),
        Change("move", "Move a post, with all that say the same, into a topic.", [Post, Topic], (edits, parsed, preview) => edits.MoveAsync(parsed.GetValue(Post)!, parsed.GetValue(Topic)!, preview)),
        Change("apart", "Never let two posts or topics lie in one topic.", [First, Second], (edits, parsed, preview) => edits.ApartAsync(parsed.GetValue(First)!, parsed.GetValue(Second)!, preview)),
        Change("together", "Always let two posts or topics lie in one topic.", [First, Second], (edits, parsed, preview) => edits.TogetherAsync(parsed.GetValue(First)!, parsed.GetValue(Second)!, preview)),
        Change("undo", "Take an edit back; the others are made again without it.", [Number], (edits, parsed, preview) => edits.UndoAsync(parsed.GetValue(Number), preview)),
        new Command("list", "List the edits, and which of them do not hold in the current run.") { WorkspaceOptions.Data, WorkspaceOptions.Database, Json }.Does((parsed, _) => List(parsed)),
    };

    private static Command Change(string name, string description, Symbol[] symbols, Func<WorkspaceEdits, ParseResult, bool, Task<EditOutcome>> change)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.Add(WorkspaceOptions.Data);
        command.Add(WorkspaceOptions.Database);
        command.Add(WorkspaceOptions.Vectors);
        command.Add(Preview);
        command.Add(Json);
        return command.Does(async (parsed, _) =>
        {
            var (address, preview) = (WorkspaceOptions.Address(parsed), parsed.GetValue(Preview));
            using var workspace = OpenExisting(address);
            var outcome = await change(new WorkspaceEdits(workspace, TimeProvider.System), parsed, preview);
            if (parsed.GetValue(Json))
            {
                JsonOutput.Write(new { Preview = preview, Edit = outcome, Sentence = EditSentences.Changes(outcome) });
            }
            else
            {
                EditText.Print(outcome, preview);
            }
        });
    }

    private static Task List(ParseResult parsed)
    {
        using var workspace = Workspace.OpenToRead(WorkspaceOptions.Address(parsed));
        var edits = new WorkspaceEdits(workspace, TimeProvider.System).List();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { Edits = edits });
        }
        else
        {
            EditText.Print(edits);
        }

        return Task.CompletedTask;
    }

    /// <summary>A folder that was never mined into is not made: it is looked at first.</summary>
    private static Workspace OpenExisting(WorkspaceAddress address)
    {
        using (Workspace.OpenToRead(address))
        {
        }

        return Workspace.OpenToWrite(address);
    }
}
