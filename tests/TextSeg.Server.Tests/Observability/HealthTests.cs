using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Server.Observability;

namespace TextSeg.Server.Tests.Observability;

public sealed class HealthTests
{
    [Fact]
    public async Task AFreshServiceIsReady()
    {
        await using var service = await RunningService.WithAsync(("Health:LeastFreeMebibytes", "1"));
        using var anonymous = service.Anonymous();
        (await anonymous.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        while ((await ReadyAsync(anonymous)).Reasons.Any(reason => reason.StartsWith("bus:", StringComparison.Ordinal)))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        (await ReadyAsync(anonymous)).Reasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task PostsThatWaitTooLongAndAFullDiskAreNamed()
    {
        await using var service = await RunningService.WithAsync(("Health:MostWaitingSeconds", "60"), ("Health:LeastFreeMebibytes", "1048576"));
        using var client = await service.WithWorkspaceAsync("slow");
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(service.Folder, "workspaces", "slow", "textseg.db")}"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var insert = database.CreateCommand();
            insert.CommandText = "INSERT INTO Waiting (PostId, Since) VALUES (1, 1)";
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await service.Services.GetRequiredService<WaitingWatch>().LookAsync(TestContext.Current.CancellationToken);
        var (status, reasons) = await ReadyAsync(client);
        status.ShouldBeOneOf("degraded", "unhealthy");
        reasons.ShouldContain(reason => reason.StartsWith("waiting: Posts wait for their stages", StringComparison.Ordinal));
        reasons.ShouldContain(reason => reason.StartsWith("disk: The disk of the data folder has", StringComparison.Ordinal));
    }

    private static async Task<(string? Status, string[] Reasons)> ReadyAsync(HttpClient client)
    {
        var answer = await (await client.GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>();
        return (answer.GetProperty("status").GetString(), [.. answer.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!)]);
    }
}
