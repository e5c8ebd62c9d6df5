using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

public sealed class QdrantOptionsTests
{
    [Fact]
    public void AnAddressIsEnough() => new QdrantOptions { Address = "https://vectors.example/qdrant/" }.Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("qdrant:6333")]
    [InlineData("ftp://qdrant")]
    [InlineData("http://user:word@qdrant")]
    [InlineData("http://qdrant?api-key=x")]
    public void AnAddressThatIsNoneOrHoldsAKeyIsAFault(string address) => new QdrantOptions { Address = address }.Faults().ShouldHaveSingleItem().ShouldContain("VectorsAddress");

    [Fact]
    public void AllFaultsAreSaidAtOnce()
    {
        var options = new QdrantOptions
        {
            ApiKey = "two words",
            Prefix = "Big",
            ConnectTimeout = TimeSpan.Zero,
            ReadTimeout = TimeSpan.Zero,
            WriteTimeout = TimeSpan.FromDays(1),
            Attempts = 0,
            FirstWait = TimeSpan.Zero,
            LongestWait = TimeSpan.FromSeconds(-1),
            BatchBytes = 32 * 1024 * 1024,
            FilterIds = 0,
            ExactUpTo = -1,
            SearchBeam = 1,
        };

        options.Faults().Count.ShouldBe(13);
        var said = Should.Throw<ArgumentException>(() => new QdrantConnection(options)).Message;
        options.Faults().ShouldAllBe(fault => said.Contains(fault));
        said.ShouldNotContain("two words");
    }

    [Fact]
    public async Task APathInFrontOfTheServerIsKept()
    {
        var handler = new AnswersInTurn(() => AnswersInTurn.Collection("w", "m", 4), () => new HttpResponseMessage { Content = new StringContent("""{"result":{"count":2}}""") });
        using var connection = new QdrantConnection(QuickOptions.For("http://gate.test/qdrant/"), TimeProvider.System, handler);

        (await new QdrantWorkspace(connection, "w").OpenToRead("m", 4).CountAsync()).ShouldBe(2);

        handler.Asked.ShouldAllBe(asked => asked.Contains(" /qdrant/collections/textseg_w-"));
    }
}
