using TextSeg.Engine.Exports;

namespace TextSeg.Engine.Tests.Exports;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+49", "\"'+49\"")]
    [InlineData("-x", "\"'-x\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("say \"hi\", then go", "\"say \"\"hi\"\", then go\"")]
    public async Task ATextThatBeginsLikeAFormulaIsQuotedAndGetsAnApostrophe(string text, string expected) => (await RowAsync(text)).ShouldBe(expected + "\r\n");

    [Fact]
    public async Task NumbersTimesAndListsKeepTheirForm() =>
        (await RowAsync(-5L, -0.25, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)), (string[])["a", "b"], null)).ShouldBe("-5,-0.25,2026-03-01T10:00:00Z,a; b,\r\n");

    private static async Task<string> RowAsync(params object?[] cells)
    {
        using var writer = new StringWriter();
        await using (var table = new CsvTable(writer))
        {
            await table.RowAsync(cells);
        }

        return writer.ToString();
    }
}
