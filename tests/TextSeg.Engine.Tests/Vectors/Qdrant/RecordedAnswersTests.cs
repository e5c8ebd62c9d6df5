using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Mining;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

/// <summary>What becomes of answers that a real server gave. Each row is one thing that surprises a writer of a client.</summary>
public sealed class RecordedAnswersTests
{
    private const string Workspace = "invented";
    private const string Model = "invented@1";
    private const string Newer = """{"result":[{"id":7,"vector":{"text":[1,0,0,0]}}],"status":"ok"}""";
    private const string Older = """{"result":[{"id":7,"vector":{"text":[0,1,0,0]}}],"status":"ok"}""";

    // Here, since within a call of the store the word that skips would be taken for a fault of the store.
    public RecordedAnswersTests() => SharedFiles.PathOrSkip(RecordedExchange.Folder);

    [Theory]
    [InlineData("053", "store", "refused to store vectors (status 400): Wrong input: Vector dimension error", "a wrong length is the caller's fault")]
    [InlineData("055", "store", "(status 400)", "an unknown vector name, said because the change waits")]
    [InlineData("069", "store", "(status 400)", "null inside a vector")]
    [InlineData("100", "store", "(status 500)", "not every 500 is the server's fault, so none is repeated")]
    [InlineData("326", "store", "larger than allowed", "a body that is too large is 400, not 413")]
    [InlineData("328", "store", "(status 400)", "strict mode limits batches")]
    [InlineData("341", "store", "will never take as much at once", "429 without a time will never pass")]
    [InlineData("363", "search", "does not know the key", "401 is a line of text, not JSON")]
    [InlineData("364", "search", "does not know the key", "a wrong key is 401")]
    [InlineData("365", "search", "does not know the key", "an empty key is 401")]
    [InlineData("372", "count", "does not know the key", "an unknown path without a key is 401 before 404")]
    [InlineData("378", "store", "does not allow this key to store vectors", "a key that may only read is 403")]
    [InlineData("379", "delete", "does not allow this key to delete vectors", "also for deletes")]
    [InlineData("384", "store", "does not know the key", "also for changes")]
    [InlineData("317", "search", "There is no Qdrant at http://qdrant.test", "an unknown path is 404 without words")]
    [InlineData("318", "search", "There is no Qdrant at http://qdrant.test", "a wrong method too, there is no 405")]
    [InlineData("314", "search", "(status 404): Not found", "a missing collection is 404 with words")]
    [InlineData("316", "search", "(status 400)", "the body is read before the collection is looked up")]
    [InlineData("332", "search", "Limit exceeded", "strict mode limits hits")]
    [InlineData("333", "search", "(status 400)", "strict mode may forbid exact search")]
    [InlineData("335", "search", "(status 400)", "strict mode may forbid long limits of time")]
    [InlineData("172", "search", "(status 400)", "a query of another length")]
    [InlineData("388", "search", "(status 400)", "an error with hardware counters is read all the same")]
    [InlineData("306", "store", "a form that cannot be read", "an answer without a result is not taken for success")]
    [InlineData("022", "store", "a form that cannot be read", "a result of another shape is not taken for success")]
    [InlineData("002", "search", "a form that cannot be read", "plain text is no answer")]
    [InlineData("066", "fetch", "The vector of post 3003", "numbers too large for a float come back as null")]
    public async Task WhatCannotPassIsSaidOnceAndNotRepeated(string number, string call, string words, string surprise)
    {
        var handler = new AnswersInTurn(Described, () => RecordedExchange.Answer(number));

        var fault = await Should.ThrowAsync<VectorStoreException>(() => CallAsync(handler, call), surprise);

        fault.Message.ShouldContain(words);
        fault.RetryAfter.ShouldBeNull(surprise);
        handler.Asked.Count.ShouldBe(2, surprise);
    }

    [Theory]
    [InlineData("339", "search")]
    [InlineData("340", "store")]
    public async Task ABusyServersLongWaitIsHandedToTheCaller(string number, string call)
    {
        var handler = new AnswersInTurn(Described, () => RecordedExchange.Answer(number));

        var fault = await Should.ThrowAsync<VectorStoreException>(() => CallAsync(handler, call));

        fault.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        handler.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("292", new long[] { 799, 166, 1469 }, "numbers")]
    [InlineData("067", new long[] { }, "a spoilt score is null and first, the others have UUIDs")]
    [InlineData("361", new long[] { }, "all scores are null")]
    [InlineData("360", new long[] { 1001, 2002 }, "equal scores come by the lower id")]
    [InlineData("125", new long[] { 4006, 1003, 2001, -1, 1001, 1002, 2004, 2003 }, "the largest number is read in 64 bits without a sign; UUIDs are nobody's post")]
    [InlineData("376", new long[] { 7 }, "counters beside the result")]
    public async Task HitsAreTheNumbersWithAScore(string number, long[] expected, string surprise)
    {
        var store = Open(new AnswersInTurn(Described, () => RecordedExchange.Answer(number)));

        var hits = await store.SearchAsync(new VectorQuery(Model, new float[] { 1, 0, 0, 0 }, 10));

        hits.Select(hit => hit.Id).ShouldBe(expected, surprise);
        hits.ShouldAllBe(hit => float.IsFinite(hit.Cosine));
    }

    [Fact]
    public async Task CountsAreReadWhateverElseTheServerHides()
    {
        (await Open(new AnswersInTurn(Described, () => RecordedExchange.Answer("208"))).CountAsync()).ShouldBe(18);
        (await Open(new AnswersInTurn(Described, () => RecordedExchange.Answer("297"))).CountAsync()).ShouldBe(320, "stored points that are hidden are not counted");
    }

    [Fact]
    public async Task ListsGoOnFromTheOffsetThatTheServerGives()
    {
        var handler = new AnswersInTurn(Described, () => RecordedExchange.Answer("117"), () => RecordedExchange.Answer("118"));

        var missing = await Open(handler).MissingAsync([1003, 5, 2004]);

        missing.ShouldBe([5]);
        handler.Bodies[2].ShouldContain("\"offset\":18446744073709551615");
    }

    [Theory]
    [InlineData("045", "acknowledged is not stored")]
    [InlineData("295", "wait_timeout is HTTP 200")]
    public async Task AChangeIsOnlyBelievedWhenItCanBeSeen(string number, string surprise)
    {
        var handler = new AnswersInTurn(Described, () => RecordedExchange.Answer(number), () => RecordedExchange.Answer("105"), () => new HttpResponseMessage { Content = new StringContent(Newer) });

        await CallAsync(handler, "store");

        handler.Asked.Count.ShouldBe(4, surprise);
        handler.Asked[3].ShouldStartWith("POST /collections/", customMessage: "it is read back until it is there");
    }

    [Theory]
    [InlineData("store", "045", "105", "acknowledged and lost: an unknown vector name, a wrong length in an update, a missing point")]
    [InlineData("store", "295", "older", "shown late or never")]
    [InlineData("delete", "248", "208", "a delete does not say how many points it met")]
    public async Task AChangeThatNeverShowsIsNotTakenForDone(string call, string number, string reading, string surprise)
    {
        var handler = new AnswersInTurn(Described, () => RecordedExchange.Answer(number), () => reading == "older" ? new HttpResponseMessage { Content = new StringContent(Older) } : RecordedExchange.Answer(reading));

        var fault = await Should.ThrowAsync<VectorStoreException>(() => CallAsync(handler, call, new HurriedClock()), surprise);

        fault.Message.ShouldContain("did not show it within 5 seconds");
        fault.RetryAfter.ShouldNotBeNull(surprise);
    }

    [Theory]
    [InlineData("010", "another worker was faster")]
    [InlineData("009", "made")]
    public async Task ACollectionThatIsMadeMeanwhileIsNoFault(string number, string surprise)
    {
        var handler = new AnswersInTurn(
            () => RecordedExchange.Answer("008"),
            () => RecordedExchange.Answer(number),
            () => AnswersInTurn.Collection(Workspace, Model, 4, isIndexed: false),
            () => RecordedExchange.Answer("029"),
            () => RecordedExchange.Answer("208"));

        (await Open(handler).CountAsync()).ShouldBe(18, surprise);

        handler.Asked[3].ShouldContain("/index?wait=true");
    }

    [Theory]
    [InlineData("261", "refused to make a collection (status 400)", "the name of an alias is 400, not 409")]
    [InlineData("380", "does not allow this key to make a collection", "a key that may only read")]
    public async Task ACollectionThatCannotBeMadeIsSaid(string number, string words, string surprise)
    {
        var handler = new AnswersInTurn(() => RecordedExchange.Answer("008"), () => RecordedExchange.Answer(number));

        (await Should.ThrowAsync<VectorStoreException>(() => Open(handler).CountAsync(), surprise)).Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("013", "vectors of 4 numbers compared by Cosine")]
    [InlineData("377", "of an unknown model")]
    public async Task ACollectionThatIsNotOursIsRefused(string number, string words) =>
        (await Should.ThrowAsync<VectorStoreException>(() => Open(new AnswersInTurn(() => RecordedExchange.Answer(number))).CountAsync())).Message.ShouldContain(words);

    private static HttpResponseMessage Described() => AnswersInTurn.Collection(Workspace, Model, 4);

    private static QdrantVectorStore Open(HttpMessageHandler handler, TimeProvider? clock = null) =>
        new QdrantWorkspace(new QdrantConnection(QuickOptions.For("http://qdrant.test"), clock ?? TimeProvider.System, handler), Workspace).Open(Model, 4);

    private static Task CallAsync(HttpMessageHandler handler, string call, TimeProvider? clock = null) => call switch
    {
        "store" => Open(handler, clock).UpsertAsync(new VectorBatch(Model, [7], new VectorTable(4, [1, 0, 0, 0]))),
        "delete" => Open(handler, clock).DeleteAsync([7]),
        "search" => Open(handler, clock).SearchAsync(new VectorQuery(Model, new float[] { 1, 0, 0, 0 }, 3)),
        "fetch" => Open(handler, clock).FetchAsync([3003]),
        _ => Open(handler, clock).CountAsync(),
    };
}
