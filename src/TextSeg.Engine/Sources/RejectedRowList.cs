using System.Text;
using System.Text.Json;

namespace TextSeg.Engine.Sources;

/// <summary>
/// The list of rejected rows that is left for the user, one JSON object a line. It is written beside the input, or in the
/// given folder where the input's own cannot be written; no file is left when nothing was rejected.
/// </summary>
public sealed class RejectedRowList(InputFile input, string fallbackFolder) : IDisposable
{
    /// <summary>Ending of the list's file name.</summary>
    public const string Ending = ".rejected.jsonl";

    private StreamWriter? _writer;

    /// <summary>Where the list is; null while it is empty.</summary>
    public string? Path { get; private set; }

    public void Add(RejectedRow row)
    {
        _writer ??= Open();
        _writer.WriteLine(JsonSerializer.Serialize(new { line = row.Line, reason = row.Reason }));
    }

    public void Dispose()
    {
        _writer?.Dispose();
        if (_writer is null)
        {
            DeleteOld();
        }
    }

    private IEnumerable<string> Places()
    {
        if (!input.IsStandardInput)
        {
            yield return input.Path + Ending;
        }

        yield return System.IO.Path.Combine(fallbackFolder, System.IO.Path.GetFileName(input.IsStandardInput ? input.Name : input.Path) + Ending);
    }

    private StreamWriter Open()
    {
        foreach (var place in Places())
        {
            try
            {
                var writer = new StreamWriter(place, append: false, new UTF8Encoding(false));
                Path = place;
                return writer;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        throw new JobException($"The list of rejected rows of {input.Display} cannot be written, neither beside it nor in {fallbackFolder}.");
    }

    private void DeleteOld()
    {
        foreach (var place in Places().Where(File.Exists))
        {
            try
            {
                File.Delete(place);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }
}
