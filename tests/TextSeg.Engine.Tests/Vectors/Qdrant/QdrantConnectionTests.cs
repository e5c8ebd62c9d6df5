using System.Net;
using TextSeg.Engine.Vectors;
using TextSeg.Engine.Vectors.Qdrant;
using TextSeg.Testing.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

public sealed class QdrantConnectionTests
{
    [Fact]
    public async Task TheCheckTellsTheVersionAndNeedsTheRightKey()
    {
        using var server = new FakeQdrant { Key = "right" };
        using var good = Connect(server, "right");
        using var bad = Connect(server, "wrong");

        (await good.CheckAsync()).ShouldBe("1.18.3");
        (await Should.ThrowAsync<VectorStoreException>(() => bad.CheckAsync())).Message.ShouldContain("does not know the key");
        server.GoAway();
        (await Should.ThrowAsync<VectorStoreException>(() => good.CheckAsync())).RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task TheRecordedVersionIsRead()
    {
        using var connection = Connect(new AnswersInTurn(() => RecordedExchange.Answer("001"), () => RecordedExchange.Answer("006")), TimeProvider.System);

        (await connection.CheckAsync()).ShouldStartWith("1.18");
    }

    [Theory]
    [InlineData("""{"title":"qdrant","version":"1.15.9"}""", "needs 1.16 or newer")]
    [InlineData("""<html></html>""", "a form that cannot be read")]
    [InlineData("""{"name":"another"}""", "a form that cannot be read")]
    public async Task AnOldServerOrAnotherProgramIsSaid(string body, string words)
    {
        using var connection = Connect(new AnswersInTurn(() => new HttpResponseMessage { Content = new StringContent(body) }), TimeProvider.System);

        (await Should.ThrowAsync<VectorStoreException>(() => connection.CheckAsync())).Message.ShouldContain(words);
    }

    [Fact]
    public async Task AServerThatNeverAnswersIsGivenUpAndNotAskedTwice()
    {
        using var handler = new Silence();
        using var connection = Connect(handler, new HurriedClock());

        var fault = await Should.ThrowAsync<VectorStoreException>(() => connection.CheckAsync());

        fault.Message.ShouldContain("did not answer within 5 seconds");
        fault.RetryAfter.ShouldNotBeNull();
        handler.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task AConnectionThatIsNotMadeInTimeCountsAsAway()
    {
        using var handler = new Silence { Fault = new OperationCanceledException("as the handler says it", new TimeoutException()) };
        using var connection = Connect(handler, new HurriedClock());

        (await Should.ThrowAsync<VectorStoreException>(() => connection.CheckAsync())).Message.ShouldContain("cannot be reached");
        handler.Asked.ShouldBe(3);
    }

    [Fact]
    public async Task ADateToWaitForIsUnderstood()
    {
        var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
        busy.Headers.Add("retry-after", "Fri, 31 Dec 2027 23:59:59 GMT");
        using var connection = Connect(new AnswersInTurn(() => busy), TimeProvider.System);

        (await Should.ThrowAsync<VectorStoreException>(() => connection.CheckAsync())).RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
    }

    private static QdrantConnection Connect(FakeQdrant server, string key)
    {
        var options = QuickOptions.For(server);
        options.ApiKey = key;
        return new QdrantConnection(options);
    }

    private static QdrantConnection Connect(HttpMessageHandler handler, TimeProvider clock) => new(QuickOptions.For("http://qdrant.test"), clock, handler);

    private sealed class Silence : HttpMessageHandler
    {
        public int Asked { get; private set; }

        public Exception? Fault { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            await Task.Delay(Fault is null ? Timeout.Infinite : 1, cancellationToken);
            throw Fault!;
        }
    }
}
