using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Engine.Sources;

/// <summary>What reading a source showed: how it was understood, what was repaired and what was left out.</summary>
public sealed class SourceReport
{
    /// <summary>Path as the user gave it, or "standard input".</summary>
    public required string Path { get; init; }

    /// <summary>Format in words, such as "CSV with ';' between columns".</summary>
    public string Format { get; set; } = "";

    /// <summary>Character encoding in words, such as "UTF-8".</summary>
    public string Encoding { get; set; } = "";

    /// <summary>Which column means what; null until the first rows are read.</summary>
    public ColumnMapping? Mapping { get; set; }

    /// <summary>Records given as posts.</summary>
    public long Taken { get; set; }

    /// <summary>Records given as rejected rows.</summary>
    public long Rejected { get; set; }

    /// <summary>Byte sequences that are no text in the encoding, each read as U+FFFD.</summary>
    public long ReplacedBytes { get; set; }

    /// <summary>NUL characters left out.</summary>
    public long RemovedNuls { get; set; }

    /// <summary>Posts whose time could not be read; they are kept without a time.</summary>
    public long UnreadableTimes { get; set; }

    /// <summary>Posts whose time lies before 1990 or in the future; they are kept without a time.</summary>
    public long ImplausibleTimes { get; set; }

    /// <summary>Repairs in plain sentences; empty when there were none.</summary>
    public IEnumerable<string> Notes()
    {
        if (ReplacedBytes > 0)
        {
            yield return $"{ReplacedBytes} bytes are no text in {Encoding} and were replaced.";
        }

        if (RemovedNuls > 0)
        {
            yield return $"{RemovedNuls} NUL characters were left out.";
        }

        if (UnreadableTimes > 0)
        {
            yield return $"The time of {UnreadableTimes} posts could not be read; they are kept without a time.";
        }

        if (ImplausibleTimes > 0)
        {
            yield return $"The time of {ImplausibleTimes} posts lies before 1990 or in the future; they are kept without a time.";
        }
    }
}
