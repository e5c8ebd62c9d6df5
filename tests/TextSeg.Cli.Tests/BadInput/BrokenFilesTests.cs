namespace TextSeg.Cli.Tests.BadInput;

/// <summary>Broken files in one folder: each is repaired or loses its broken rows, and all others are mined.</summary>
public sealed class BrokenFilesTests(BrokenFiles files) : IClassFixture<BrokenFiles>
{
    [Fact]
    public void TheFolderIsMinedInSpiteOfAllOfThemAndTheUnreadableOnesAreSaidAtTheEnd()
    {
        var result = files.FirstRun;
        result.ExitCode.ShouldBe(1, result.Error);
        result.Error.TrimEnd().ShouldEndWith("The other inputs are done.");
        result.Error.ShouldNotContain("   at ");
        result.Json.GetProperty("added").GetInt32().ShouldBe(139);
        result.Json.GetProperty("rejected").GetInt32().ShouldBe(6);
        result.Json.GetProperty("rejectedLists").GetArrayLength().ShouldBe(5);
        result.Json.GetProperty("topics").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("utf16", "UTF-16")]
    [InlineData("utf16unmarked", "UTF-16, big endian")]
    [InlineData("latin1", "Latin-1")]
    [InlineData("marked", "UTF-8")]
    public void EveryEncodingIsRecognisedAndTold(string file, string told)
    {
        var posts = files.PostsOf(file);
        posts.Select(post => post.Id).ShouldBe(Enumerable.Range(0, 12).Select(i => $"u{i}"));
        posts.ShouldAllBe(post => post.Text.EndsWith("für Zoë"));
        files.FirstRun.Error.Split('\n').ShouldContain(line => line.Contains(file + ".csv: CSV") && line.Contains(told));
    }

    [Fact]
    public void InvalidBytesAreReplacedAndCounted()
    {
        files.PostsOf("invalid")[3].Text.ShouldContain("tr\uFFFDuble number 3");
        files.FirstRun.Error.ShouldContain("1 bytes are no text in UTF-8 and were replaced.");
    }

    [Fact]
    public void NulBytesAreLeftOutAndCounted()
    {
        files.PostsOf("nul")[3].Text.ShouldContain("trouble number 3");
        files.FirstRun.Error.ShouldContain("1 NUL characters were left out.");
    }

    [Theory]
    [InlineData("quote.csv", 6, "never closed", 11)]
    [InlineData("cut.json", 13, "ends in the middle", 11)]
    [InlineData("long.jsonl", 7, "longer than", 11)]
    [InlineData("twice.csv", 14, "already used in line 6", 12)]
    public void ABrokenRecordIsListedWithItsLineAndCostsNoOther(string file, long line, string reason, int taken)
    {
        var row = files.RejectedOf(file).ShouldHaveSingleItem();
        row.Line.ShouldBe(line);
        row.Reason.ShouldContain(reason);
        files.PostsOf(Path.GetFileNameWithoutExtension(file)).Length.ShouldBe(taken);
        files.FirstRun.Error.ShouldContain(file + ".rejected.jsonl");
    }

    [Fact]
    public void RaggedRowsAreListedWithBothCounts()
    {
        files.RejectedOf("ragged.csv").ShouldBe([(5, "The row has 2 columns and the header 3."), (9, "The row has 5 columns and the header 3.")]);
        files.PostsOf("ragged").Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("empty.csv is empty")]
    [InlineData("header.csv holds column names and no records")]
    [InlineData("numbers.csv has no column that looks like text")]
    public void AFileWithNothingToMineIsSaidInOneLine(string said) =>
        files.FirstRun.Error.Split('\n').Count(line => line.Contains(said)).ShouldBe(1);

    [Fact]
    public void DatesInFiveFormatsAreOneAndTheSameDay()
    {
        var times = files.PostsOf("dates").Select(post => post.Time).ToArray();
        times[..5].ShouldAllBe(time => time!.Value.UtcDateTime.Date == new DateTime(2024, 3, 1));
        times[5..].ShouldBe([null, null], "one has no time and one cannot be read");
        files.FirstRun.Error.ShouldContain("The time of 1 posts could not be read");
    }

    [Fact]
    public void DatesIn1970And2100AreNoTimesAndThePostsStay()
    {
        files.PostsOf("years").Select(post => post.Time?.Year).ShouldBe([null, null, 2024]);
        files.FirstRun.Error.ShouldContain("The time of 2 posts lies before 1990 or in the future");
    }

    [Fact]
    public void APostOfOneMegabyteIsTakenWhole() => files.PostsOf("large")[0].Text.Length.ShouldBeGreaterThan(1_000_000);

    [Fact]
    public void TheListsOfRejectedRowsAreNoInputOfTheNextRun()
    {
        var again = files.MineAgain().Json;
        again.GetProperty("added").GetInt32().ShouldBe(0);
        again.GetProperty("changed").GetInt32().ShouldBe(0);
        again.GetProperty("mined").GetBoolean().ShouldBeFalse();
    }
}
