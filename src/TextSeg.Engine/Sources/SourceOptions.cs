using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Engine.Sources;

/// <summary>How inputs are read.</summary>
public sealed class SourceOptions
{
    /// <summary>Columns named by the user, in the form <c>text=body,member=author</c>; empty: all are guessed.</summary>
    public string Columns { get; set; } = "";

    /// <summary>
    /// Column with an answer known beforehand, given with each post as its <see cref="RawPost.Label"/> and used for nothing else:
    /// for measuring. Null (default): none.
    /// </summary>
    public string? LabelColumn { get; set; }

    /// <summary>Kind of all posts; null: guessed from columns and content.</summary>
    public PostKind? Kind { get; set; }

    /// <summary>Name of the source; null: the file's name without endings. Give one where the file's name changes between exports.</summary>
    public string? Name { get; set; }

    /// <summary>Characters of one record at most; a longer one is rejected. 1,000 to 256 million, default 16 million.</summary>
    public int MaxRecordCharacters { get; set; } = 16_000_000;

    /// <summary>Records looked at to guess the columns. 1 to 100,000, default 1,000.</summary>
    public int SampleRows { get; set; } = 1_000;

    /// <summary>All faults, each a plain sentence; empty when the options are good.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (MaxRecordCharacters is < 1_000 or > 256_000_000)
        {
            faults.Add($"MaxRecordCharacters is {MaxRecordCharacters}; it must lie between 1,000 and 256,000,000.");
        }

        if (SampleRows is < 1 or > 100_000)
        {
            faults.Add($"SampleRows is {SampleRows}; it must lie between 1 and 100,000.");
        }

        faults.AddRange(ColumnOverrides.Parse(Columns).Faults);
        return faults;
    }
}
