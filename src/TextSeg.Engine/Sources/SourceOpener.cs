using TextSeg.Engine.Sources.Decoding;
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
        var isJson = JsonShapes.Guess(input.Head) is not null;
        if (!file.IsStandardInput)
        {
            input.Dispose();
            input = null;
        }

        return isJson ? new JsonSource(file, _options, _clock) { Opened = input } : new CsvSource(file, _options, _clock) { Opened = input };
    }
}
