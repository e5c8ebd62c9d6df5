namespace TextSeg.Cli.Tests.Mining;

[Collection(MinedSampleGroup.Name)]
public sealed class CardCommandsTests(MinedSample sample)
{
    [Fact]
    public void ASegmentShowsWhoTheyAreAndWhatMakesThemDifferent()
    {
        var card = BuiltProgram.Run("segment", "s1", "--data", sample.Data).ShouldBeGood().Output;
        foreach (var part in new[] { "In their words", "What makes them different", "Topics", "Nearest segment", "What counted when it was found", "Quotes" })
        {
            card.ShouldContain(part);
        }

        var json = BuiltProgram.Run("segment", "s1", "--data", sample.Data, "--json").ShouldBeGood().Json;
        json.GetProperty("segment").GetProperty("id").GetString().ShouldBe("s1");
        json.GetProperty("segment").GetProperty("facts").GetProperty("weights").EnumerateArray().Sum(weight => weight.GetProperty("share").GetDouble()).ShouldBe(1, 0.01);
    }

    [Fact]
    public void ATopicShowsItsWordsAndTypicalPosts()
    {
        var id = sample.Mined.Json.GetProperty("topics")[0].GetProperty("id").GetString()!;
        BuiltProgram.Run("topic", id, "--data", sample.Data).ShouldBeGood().Output.ShouldContain("Typical posts");
        BuiltProgram.Run("topic", id, "--data", sample.Data, "--json").ShouldBeGood().Json.GetProperty("quotes").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void AMemberShowsTopicsAndSegmentsButNoName()
    {
        var name = System.Text.Json.JsonDocument.Parse(File.ReadLines(sample.Posts).First()).RootElement;
        var card = BuiltProgram.Run("member", name.GetProperty("member").GetString()!, "--data", sample.Data).ShouldBeGood().Output;
        card.ShouldContain("Topics");
        card.ShouldNotContain(name.GetProperty("member_name").GetString()!, Case.Sensitive);
    }

    [Theory]
    [InlineData("segment", "s999")]
    [InlineData("topic", "t9-999")]
    [InlineData("member", "nobody")]
    public void AnUnknownIdIsWrongUse(string verb, string id)
    {
        var result = BuiltProgram.Run(verb, id, "--data", sample.Data);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(id);
    }

    [Fact]
    public void SegmentsListsSegmentsAndTopics()
    {
        var list = BuiltProgram.Run("segments", "--data", sample.Data).ShouldBeGood().Output;
        list.ShouldContain("Segments of members");
        list.ShouldContain("Topics");
    }
}
