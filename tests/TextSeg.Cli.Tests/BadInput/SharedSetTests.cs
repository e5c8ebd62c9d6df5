using System.IO.Compression;

namespace TextSeg.Cli.Tests.BadInput;

/// <summary>The start of public sets of reviews, tickets and tweets, mined with guessed columns.</summary>
public sealed class SharedSetTests : IDisposable
{
    private const int Lines = 1_000;
    private readonly MineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("amazon_musical_5core/Musical_instruments_reviews.csv.gz", "reviewText")]
    [InlineData("airbnb_singapore/reviews.csv.gz", "comments")]
    [InlineData("endava_tickets/all_tickets.csv.gz", "body")]
    [InlineData("endava_tickets/latest_ticket_data.csv.gz", "Description")]
    [InlineData("twcs_sample/twcs.csv.gz", "text")]
    public void ItIsMinedEndToEndWithGuessedColumns(string file, string text)
    {
        var result = _folder.Mine(Start(SharedFiles.PathOrSkip("data/" + file))).ShouldBeGood();
        result.Error.Split('\n').ShouldContain(line => line.TrimStart().StartsWith($"text       {text} ", StringComparison.OrdinalIgnoreCase), result.Error);
        result.Json.GetProperty("topics").GetArrayLength().ShouldBeGreaterThan(1);
        result.Json.GetProperty("added").GetInt32().ShouldBeGreaterThan(100);
    }

    /// <summary>The first lines, which may end within a record: that one is rejected.</summary>
    private string Start(string packed)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(packed), CompressionMode.Decompress));
        List<string> lines = [];
        while (lines.Count <= Lines && reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return _folder.Write("start.csv", [.. lines]);
    }
}
