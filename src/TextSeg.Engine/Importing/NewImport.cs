using System.Security.Cryptography;
using System.Text;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Engine.Importing;

/// <summary>How an uploaded file is to be read.</summary>
/// <param name="FileName">What the user calls the file; null where that is not told.</param>
/// <param name="Source">Name of the source; null: the file's name without endings.</param>
/// <param name="Columns">Columns named by the user, in the form <c>text=body,member=author</c>; empty: all are guessed.</param>
/// <param name="Kind">Kind of the posts; null: guessed.</param>
public sealed record NewImport(string? FileName, string? Source, string Columns, PostKind? Kind)
{
    private const string Nameless = "import";
    private const int LongestName = 200;

    /// <summary>Name of the source, part of every post's key.</summary>
    public string SourceName => Source ?? (FileName is null ? Nameless : InputFile.Of(FileName).Name);

    /// <summary>All faults, each a plain sentence.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (what, name) in new[] { ("file", FileName), ("source", Source) })
        {
            if (name is not null && (name.Length is 0 or > LongestName || name.Any(char.IsControl) || string.IsNullOrWhiteSpace(name)))
            {
                yield return $"The name of the {what} must have 1 to {LongestName} letters and no control characters.";
            }
        }

        if (FileName?.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            yield return "The name of the file must hold no folder.";
        }

        foreach (var fault in ColumnOverrides.Parse(Columns).Faults)
        {
            yield return fault;
        }
    }

    /// <summary>What tells one upload from another: the content and how it is to be read.</summary>
    internal string HashWith(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes($"\n{SourceName}\n{Columns}\n{Kind}")]));
}
