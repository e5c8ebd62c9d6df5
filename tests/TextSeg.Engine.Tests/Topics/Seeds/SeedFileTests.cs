using TextSeg.Engine.Topics.Seeds;

namespace TextSeg.Engine.Tests.Topics.Seeds;

public sealed class SeedFileTests
{
    [Theory]
    [InlineData("""[{"name": "Billing", "phrases": ["the invoice is wrong", "refund please"]}, {"name": "Lamps", "phrases": ["it blinks"]}]""")]
    [InlineData("""{"Billing": ["the invoice is wrong", "refund please"], "Lamps": "it blinks",}""")]
    [InlineData("# mine\nBilling: the invoice is wrong; refund please\n\n Lamps : it blinks ;\n")]
    public void TopicsAreReadFromJsonAndFromLines(string text)
    {
        var seeds = SeedFile.Parse(text, "seeds");
        seeds.Select(seed => seed.Name).ShouldBe(["Billing", "Lamps"]);
        seeds[0].Phrases.ShouldBe(["the invoice is wrong", "refund please"]);
        seeds[1].Phrases.ShouldBe(["it blinks"]);
    }

    [Theory]
    [InlineData("", "holds no topic")]
    [InlineData("[]", "holds no topic")]
    [InlineData("no colon here", "line 1 has no colon")]
    [InlineData("[{\"name\": 3}]", "JSON is not as it must be")]
    [InlineData("[\"Billing\"]", "JSON is not as it must be")]
    [InlineData("{\"Billing\": [", "JSON is not as it must be")]
    [InlineData("Billing:", "“Billing” has no phrase")]
    [InlineData(": a phrase", "topic 1 needs a name")]
    [InlineData("Lamps: a\nlamps: b", "stands there 2 times")]
    public void BadFilesAreToldInOneSentence(string text, string because)
    {
        var fault = Should.Throw<JobException>(() => SeedFile.Parse(text, "seeds.txt"));
        fault.Message.ShouldContain(because);
        fault.Message.ShouldContain("seeds.txt");
        fault.IsWrongUse.ShouldBeTrue();
    }

    [Fact]
    public void AllFaultsAreToldAtOnce() =>
        Should.Throw<JobException>(() => SeedFile.Parse("Billing:\nLamps:\n", "f")).Message.ShouldContain("“Billing” has no phrase; “Lamps” has no phrase");

    [Fact]
    public void AFileThatIsNotThereIsSaid() => Should.Throw<JobException>(() => SeedFile.Read("no-such-seeds.txt")).Message.ShouldContain("cannot be read");
}
