using TextSeg.Engine;

namespace TextSeg.Server.Tests;

public sealed class WorkerHostTests
{
    private const string Bus = "rabbitmq://guest:guest@localhost/";
    private const string Database = "postgres://textseg:secret@localhost/textseg";

    [Theory]
    [InlineData("memory", "", "embedded", "Bus (", "Database (", "Vectors (")]
    [InlineData(Bus, "", "qdrant", "Database (")]
    [InlineData("memory", Database, "qdrant", "Bus (")]
    [InlineData(Bus, Database, "embedded", "Vectors (")]
    public void WhereNothingIsSharedAWorkerSaysInOneSentenceWhatToSet(string bus, string database, string vectors, params string[] named)
    {
        var fault = Should.Throw<JobException>(() => WorkerHost.Build(
            new Dictionary<string, string?>
            {
                ["Data"] = "none", ["Bus"] = bus, ["Database"] = database, ["Vectors"] = vectors, ["VectorsAddress"] = vectors == "qdrant" ? "http://localhost:6333" : "",
            },
            null));
        fault.IsWrongUse.ShouldBeTrue();
        fault.Message.ShouldNotContain(Environment.NewLine);
        fault.Message.ShouldStartWith("A worker shares the work of textseg serve");
        new[] { "Bus (", "Database (", "Vectors (" }.Where(name => fault.Message.Contains(name, StringComparison.Ordinal)).ShouldBe(named);
        fault.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void AServiceWithoutWorkNeedsABusThatOthersHear()
    {
        new ServiceOptions { Work = false }.Faults().Single().ShouldContain("textseg worker");
        new ServiceOptions { Work = false, Bus = Bus }.Faults().ShouldBeEmpty();
    }
}
