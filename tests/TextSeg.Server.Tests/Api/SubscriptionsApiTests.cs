using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TextSeg.Server.Tests.Api;

public sealed class SubscriptionsApiTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() =>
        _service = await RunningService.WithAsync(("Outbound:AllowPrivateAddresses", "true"), ("Outbound:FirstWaitSeconds", "0"), ("Outbound:MostAttempts", "3"));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task WhatHappensIsToldOnceAndSigned()
    {
        await using var listener = await HookListener.StartAsync();
        using var client = await _service.WithWorkspaceAsync("told");
        var secret = (await SubscribeAsync(client, "told", listener.Address, "import.finished", "erasure.done")).GetProperty("secret").GetString()!;
        using var file = new StringContent("{\"id\":\"1\",\"text\":\"The hub is fine.\",\"member\":\"m1\"}\n");
        (await client.PostAsync("/api/v1/workspaces/told/imports?source=forum", file)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await UntilAsync(() => listener.Heard.Count == 1);
        (await client.PostAsJsonAsync("/api/v1/workspaces/told/erasures", new { source = "forum", member = "m1" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await UntilAsync(() => listener.Heard.Count == 2);

        var told = listener.Heard.Select(message => JsonSerializer.Deserialize<JsonElement>(message.Body)).ToArray();
        told.Select(body => body.GetProperty("type").GetString()).ShouldBe(["import.finished", "erasure.done"]);
        told[0].GetProperty("workspace").GetString().ShouldBe("told");
        told[0].GetProperty("data").GetProperty("counts").GetProperty("added").GetInt64().ShouldBe(1);
        listener.Heard.ShouldAllBe(message => message.Signature == Sign(secret, message));
        listener.Heard.ShouldAllBe(message => !message.Body.Contains("hub", StringComparison.Ordinal) && !message.Body.Contains("m1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMessageThatDidNotArriveIsSentAgainUnderTheSameId()
    {
        await using var listener = await HookListener.StartAsync(number => number < 3 ? 500 : 204);
        using var client = await _service.WithWorkspaceAsync("again");
        await SubscribeAsync(client, "again", listener.Address, "run.finished");
        (await client.PostAsync("/api/v1/workspaces/again/runs", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var delivery = await DeliveredAsync(client, "again", "delivered");
        delivery.GetProperty("attempts").GetInt32().ShouldBe(3);
        listener.Heard.Select(message => message.Id).Distinct().Count().ShouldBe(1);
        JsonSerializer.Deserialize<JsonElement>(listener.Heard.First().Body).GetProperty("data").GetProperty("state").GetString().ShouldBe("failed", "there were no posts");
    }

    [Fact]
    public async Task AnAddressThatNeverAnswersIsGivenUpWithTheReasonAndMayBeEnabledAgain()
    {
        await using var listener = await HookListener.StartAsync(_ => 500);
        using var client = await _service.WithWorkspaceAsync("dead");
        var id = (await SubscribeAsync(client, "dead", listener.Address, "run.finished")).GetProperty("subscription").GetProperty("id").GetInt64();
        await client.PostAsync("/api/v1/workspaces/dead/runs", null);
        (await DeliveredAsync(client, "dead", "failed")).GetProperty("fault").GetString().ShouldBe("The address answered 500.");
        listener.Heard.Count.ShouldBe(3);
        var disabled = (await client.GetFromJsonAsync<JsonElement>("/api/v1/workspaces/dead/subscriptions")).GetProperty("items")[0];
        disabled.GetProperty("disabled").GetString().ShouldBe("A message did not arrive in 3 attempts. The address answered 500.");
        (await (await client.PostAsync($"/api/v1/workspaces/dead/subscriptions/{id}/enable", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("disabled").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task AnAddressThatWantsNoMoreIsGivenUpAtOnce()
    {
        await using var listener = await HookListener.StartAsync(_ => 410);
        using var client = await _service.WithWorkspaceAsync("unwanted");
        await SubscribeAsync(client, "unwanted", listener.Address, "run.finished");
        await client.PostAsync("/api/v1/workspaces/unwanted/runs", null);
        (await DeliveredAsync(client, "unwanted", "failed")).GetProperty("attempts").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task ATryIsSentOnceAndTellsHowItWent()
    {
        await using var listener = await HookListener.StartAsync(_ => 302);
        using var client = await _service.WithWorkspaceAsync("try");
        var id = (await SubscribeAsync(client, "try", listener.Address, "run.finished")).GetProperty("subscription").GetProperty("id").GetInt64();
        (await client.PostAsync($"/api/v1/workspaces/try/subscriptions/{id}/test", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var delivery = await DeliveredAsync(client, "try", "failed");
        (delivery.GetProperty("event").GetString(), delivery.GetProperty("status").GetInt32(), delivery.GetProperty("attempts").GetInt32()).ShouldBe(("test", 302, 1));
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/workspaces/try/subscriptions")).GetProperty("items")[0].GetProperty("disabled").ValueKind.ShouldBe(JsonValueKind.Null);
        (await client.DeleteAsync($"/api/v1/workspaces/try/subscriptions/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync($"/api/v1/workspaces/try/subscriptions/{id}/deliveries")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APrivateAddressIsNeverAskedUnlessThatIsAllowed()
    {
        await using var listener = await HookListener.StartAsync();
        await using var strict = await RunningService.WithAsync(("Outbound:FirstWaitSeconds", "0"), ("Outbound:MostAttempts", "1"));
        using var client = await strict.WithWorkspaceAsync("strict");
        (await client.PostAsJsonAsync("/api/v1/workspaces/strict/subscriptions", new { address = listener.Address, events = new[] { "run.finished" } })).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "it is no https address");
        var id = (await SubscribeAsync(client, "strict", listener.Address.Replace("http:", "https:", StringComparison.Ordinal), "run.finished")).GetProperty("subscription").GetProperty("id").GetInt64();
        await client.PostAsync($"/api/v1/workspaces/strict/subscriptions/{id}/test", null);
        (await DeliveredAsync(client, "strict", "failed")).GetProperty("fault").GetString()!.ShouldContain("private network");
        listener.Heard.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://example.org/", "run.finished")]
    [InlineData("https://name:word@example.org/", "run.finished")]
    [InlineData("no address", "run.finished")]
    [InlineData("https://example.org/", "something.else")]
    [InlineData("https://example.org/", null)]
    public async Task AWrongWishIsRefused(string address, string? name)
    {
        using var client = await _service.WithWorkspaceAsync("wrong");
        (await client.PostAsJsonAsync("/api/v1/workspaces/wrong/subscriptions", new { address, events = name is null ? Array.Empty<string>() : [name] })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Sign(string secret, HeardMessage message) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.{message.Body}")));

    private static async Task<JsonElement> SubscribeAsync(HttpClient client, string workspace, string address, params string[] events)
    {
        var answer = await client.PostAsJsonAsync($"/api/v1/workspaces/{workspace}/subscriptions", new { address, events });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> DeliveredAsync(HttpClient client, string workspace, string state)
    {
        var id = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/workspaces/{workspace}/subscriptions")).GetProperty("items")[0].GetProperty("id").GetInt64();
        while (true)
        {
            var items = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/workspaces/{workspace}/subscriptions/{id}/deliveries")).GetProperty("items");
            if (items.GetArrayLength() > 0 && items[0].GetProperty("state").GetString() == state)
            {
                return items[0];
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
