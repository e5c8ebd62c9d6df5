namespace TextSeg.Server.Tests;

public sealed class StorageSettingsTests
{
    private const string Database = "postgres://ann:secret@db.example/textseg";

    [Theory]
    [InlineData("mysql://ann:secret@db.example/textseg", "write postgres://")]
    [InlineData("postgres://ann:secret@db.example", "write postgres://")]
    [InlineData("postgres://ann:secret@db.example/textseg?colour=green", "The setting colour")]
    public void AWrongDatabaseIsAFaultThatSaysWhatToWriteAndNotThePassword(string address, string sentence)
    {
        var fault = new ServiceOptions { Database = address }.Faults().Single();
        fault.ShouldContain(sentence);
        fault.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("embeded", "", "", "Vectors is 'embeded'")]
    [InlineData("qdrant", "", "", "such as http://localhost:6333")]
    [InlineData("qdrant", "http://key:secret@qdrant.example:6333", "", "without a key in it")]
    [InlineData("embedded", "http://qdrant.example:6333", "", "write Vectors=qdrant")]
    [InlineData("embedded", "", "secret", "write Vectors=qdrant")]
    [InlineData("qdrant", "http://qdrant.example:6333", "se cret", "copy it once more")]
    public void WhereVectorsAreKeptIsSaidInFullOrNotAtAll(string vectors, string address, string key, string sentence)
    {
        var fault = new ServiceOptions { Vectors = vectors, VectorsAddress = address, VectorsKey = key }.Faults().Single();
        fault.ShouldContain(sentence);
        fault.ShouldNotContain("secret");
    }

    [Fact]
    public void AllFaultsAreToldAtOnce() =>
        new ServiceOptions { Database = "here", Vectors = "there", Bus = "by bus", Threads = -1 }.Faults().Count().ShouldBe(4);

    [Fact]
    public void GoodSettingsNameAPlaceThatIsShownWithoutSecrets()
    {
        var options = new ServiceOptions { Data = "data", Database = Database, Vectors = "qdrant", VectorsAddress = "http://qdrant.example:6333", VectorsKey = "secret" };
        options.Faults().ShouldBeEmpty();
        var place = StorageSettings.PlaceOf(options);
        place.Database!.Schema.ShouldBe("textseg");
        (place.Qdrant!.Address, place.Qdrant.ApiKey).ShouldBe(("http://qdrant.example:6333", "secret"));
        place.ToString().ShouldNotContain("secret");
        var plain = StorageSettings.PlaceOf(new ServiceOptions());
        (plain.Database, plain.Qdrant).ShouldBe((null, null));
    }
}
