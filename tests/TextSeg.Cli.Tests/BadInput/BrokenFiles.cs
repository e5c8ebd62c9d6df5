using System.Text;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>A folder of files that are each broken in their own way, mined together once.</summary>
public sealed class BrokenFiles : IDisposable
{
    private readonly MineFolder _folder = new();

    public BrokenFiles()
    {
        Directory.CreateDirectory(Inputs);
        WriteEncodings();
        WriteTables();
        WriteJson();
        WriteTimes();
        FirstRun = _folder.Mine(Inputs);
    }

    /// <summary>The folder of inputs.</summary>
    public string Inputs => _folder.File("inputs");

    internal ProgramResult FirstRun { get; }

    public void Dispose() => _folder.Dispose();

    internal ProgramResult MineAgain() => _folder.Mine(Inputs);

    /// <summary>Posts taken from a file, in its order.</summary>
    public (string Id, string Text, DateTimeOffset? Time)[] PostsOf(string file) => _folder.Read(tables =>
        tables.Posts.Where(post => post.Source == file).AsEnumerable().OrderBy(post => post.Line).Select(post => (post.ExternalId, post.RawText, post.Time)).ToArray());

    /// <summary>The list of rejected rows beside a file; empty when there is none.</summary>
    public (long Line, string Reason)[] RejectedOf(string file)
    {
        var list = Path.Combine(Inputs, file + ".rejected.jsonl");
        return File.Exists(list)
            ? [.. File.ReadLines(list).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).Select(row => (row.GetProperty("line").GetInt64(), row.GetProperty("reason").GetString()!))]
            : [];
    }

    private void WriteEncodings()
    {
        var text = string.Join('\n', [InputRows.Header, .. InputRows.Csv("u", 12).Select(row => row + " für Zoë"), ""]);
        Write("utf16.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        Write("utf16unmarked.csv", Encoding.BigEndianUnicode.GetBytes(text));
        Write("latin1.csv", Encoding.Latin1.GetBytes(text));
        Write("marked.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]);
        var bytes = Encoding.UTF8.GetBytes(text.Replace("trouble number 3", "tr~uble number 3", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xFF;
        Write("invalid.csv", bytes);
        Write("nul.csv", Encoding.UTF8.GetBytes(text.Replace("trouble number 3", "tro\0uble number 3", StringComparison.Ordinal)));
    }

    private void WriteTables()
    {
        Write("quote.csv", [InputRows.Header, .. InputRows.Csv("q", 12).With(4, "q4,m1,\"the radio never stops")]);
        Write("ragged.csv", [InputRows.Header, .. InputRows.Csv("r", 12).With(3, "r3,m1").With(7, "r7,m1,too,many,cells")]);
        Write("twice.csv", [InputRows.Header, .. InputRows.Csv("t", 12), "t4,m1,quite another text about a boat"]);
        Write("large.csv", [InputRows.Header, "g0,m1," + string.Concat(Enumerable.Repeat("many words about one lamp ", 42_000)), "g1,m2,a short one about a lamp"]);
        Write("empty.csv", Array.Empty<byte>());
        Write("header.csv", [InputRows.Header]);
        Write("numbers.csv", ["id,amount", "1,20", "2,30"]);
    }

    private void WriteJson()
    {
        Write("cut.json", Encoding.UTF8.GetBytes(("[\n" + string.Join(",\n", InputRows.Json("c", 12)))[..^20]));
        Write("long.jsonl", InputRows.Json("l", 12).With(6, $$"""{"id":"l6","author":"m1","body":"{{new string('x', 100_000_000)}}"}"""));
    }

    private void WriteTimes()
    {
        string[] formats = ["2024-03-01T10:00:00Z", "01.03.2024 10:00", "March 1, 2024", "1709287200", "Fri, 01 Mar 2024 10:00:00 +0000", "", "someday"];
        Write("dates.csv", ["id,author,created_at,body", .. formats.Select((time, i) => $"d{i},m{i},\"{time}\",the clock of the church shows the wrong hour {i}")]);
        Write("years.csv", ["id,author,created_at,body", "y0,m1,1970-01-01T00:00:00Z,my calendar begins here", "y1,m2,2100-01-01,my calendar ends here", "y2,m2,2024-01-01,my calendar is right"]);
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Inputs, name), bytes);

    private void Write(string name, string[] lines) => File.WriteAllLines(Path.Combine(Inputs, name), lines);
}
