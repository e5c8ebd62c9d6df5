using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine;
using TextSeg.Engine.Messages;

namespace TextSeg.Server.Tests.Api;

public sealed class DeadLettersTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task AMessageThatFailedForGoodIsListedOnceWithItsReasonAndCanBeSentAgain()
    {
        using var client = await service.WithWorkspaceAsync("letters");
        await FailAsync(typeof(JobException).FullName!, "The disk is full.");
        await FailAsync("System.FormatException", "Hello, this is Ann's post");
        var letter = await FindAsync(client, times: 2);
        letter.GetProperty("reason").GetString()!.ShouldContain("System.FormatException");
        letter.GetProperty("reason").GetString()!.ShouldNotContain("Ann");

        var replay = $"/api/v1/workspaces/letters/dead-letters/{letter.GetProperty("id").GetInt64()}/replay";
        (await client.PostAsync(replay, null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await ListAsync(client)).ShouldBeEmpty();
        (await client.PostAsync(replay, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task FailAsync(string kind, string message) => service.Services.GetRequiredService<IBus>().Publish<Fault<PostsArrived>>(new Failed(new PostsArrived("letters"), [new Cause(kind, message)]));

    private static async Task<JsonElement[]> ListAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/workspaces/letters/dead-letters")).GetProperty("items").EnumerateArray()];

    /// <summary>Waits until the one letter is there that failed so often.</summary>
    private static async Task<JsonElement> FindAsync(HttpClient client, int times)
    {
        while (true)
        {
            if (await ListAsync(client) is [var letter] && letter.GetProperty("times").GetInt32() == times)
            {
                return letter;
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    private sealed record Failed(PostsArrived Message, ExceptionInfo[] Exceptions) : Fault<PostsArrived>
    {
        public Guid FaultId => Guid.Empty;

        public Guid? FaultedMessageId => null;

        public DateTime Timestamp => default;

        public HostInfo Host => null!;

        public string[] FaultMessageTypes => [];
    }

    private sealed record Cause(string ExceptionType, string Message) : ExceptionInfo
    {
        public ExceptionInfo InnerException => null!;

        public string StackTrace => "";

        public string Source => "";

        public IDictionary<string, object> Data => new Dictionary<string, object>();
    }
}
