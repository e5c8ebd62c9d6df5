using TextSeg.Engine.Sources.Decoding;
using TextSeg.Engine.Sources.Mail;
using TextSeg.Engine.Sources.StackExchange;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Engine.Sources;

/// <summary>Chooses how to read a file: by its first characters, never by its name alone.</summary>
public sealed class SourceOpener
{
    private readonly SourceOptions _options;
    private readonly TimeProvider _clock;

    /// <exception cref="JobException">The options have faults; all are named.</exception>
    public SourceOpener(SourceOptions options, TimeProvider clock)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        (_options, _clock) = (options, clock);
    }

    /// <summary>Opens one file; standard input is taken over, and can be read once.</summary>
    /// <exception cref="JobException">The file cannot be opened, is empty, or holds no text.</exception>
    public ISource Open(InputFile file)
    {
        var input = DecodedInput.Open(file);
        var head = input.Head;
        if (!file.IsStandardInput)
        {
            input.Dispose();
            input = null;
        }

        return Choose(file, head, input);
    }

    private ISource Choose(InputFile file, string head, DecodedInput? opened)
    {
        if (MboxReader.IsMailbox(head))
        {
            return new MboxSource(file, _options, _clock) { Opened = opened };
        }

        if (DumpRows.ArePosts(head))
        {
            return new StackExchangeSource(file, _options, _clock) { Opened = opened };
        }

        if (head.AsSpan().TrimStart().StartsWith("<?xml"))
        {
            opened?.Dispose();
            throw new JobException($"{file.Display} is XML of an unknown kind: of XML files only Posts.xml of a Stack Exchange dump can be read.");
        }

        return JsonShapes.Guess(head) is not null ? new JsonSource(file, _options, _clock) { Opened = opened } : new CsvSource(file, _options, _clock) { Opened = opened };
    }
}
