using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TextSeg.Engine.Access;

namespace TextSeg.Server.Tests.Hostile;

/// <summary>
/// Malformed requests with an administrator's key: no answer is 500, none stays out, and memory does not grow. A few hundred run with the other tests;
/// TEXTSEG_HOSTILE=10000 runs so many and prints what was answered.
/// </summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_122;
    private const int Short = 400;
    private const int AtOnce = 8;
    private const long MostMebibytes = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task NothingThatIsSentMakesTheServiceFailHangOrGrow()
    {
        var isLong = int.TryParse(Environment.GetEnvironmentVariable("TEXTSEG_HOSTILE"), out var asked);
        await using var mined = await MinedService.WithAsync(("RequestsPerMinute", "1000000"), ("SignInsPerMinute", "10000"));
        var service = mined.Service;
        using var client = await service.ClientAsync(Role.Administrator);
        var (secret, _) = await service.Services.GetRequiredService<AccessKeys>().CreateAsync(new NewAccessKey(AccessKeyKind.Key, "hostile", Role.Administrator));
        var requests = new HostileRequests(await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json"), MinedService.Workspace, Seed).Make(isLong ? asked : Short).ToArray();
        var answers = new ConcurrentBag<(HostileRequest Request, int Status)>();
        var clock = Stopwatch.StartNew();
        var memory = new HighestMemory();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, _) => answers.Add((request, await RawConnection.SendAsync(service.Address, secret, request, Patience))));
        await memory.DisposeAsync();
        Tell(answers, memory.GrownMebibytes, clock.Elapsed);
        answers.Where(answer => answer.Status == 500).Select(Describe).Distinct().ShouldBeEmpty();
        answers.Where(answer => answer.Status == RawConnection.Silent).Select(Describe).Distinct().ShouldBeEmpty();
        memory.GrownMebibytes.ShouldBeLessThan(MostMebibytes);
        (await client.GetAsync("/health/ready")).EnsureSuccessStatusCode();
    }

    private void Tell(ConcurrentBag<(HostileRequest Request, int Status)> answers, long grown, TimeSpan time)
    {
        output.WriteLine($"{answers.Count} requests in {time.TotalSeconds:F0} s, memory at most {grown} MiB above the beginning");
        foreach (var kind in answers.GroupBy(answer => answer.Request.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key,-20} {string.Join("  ", kind.GroupBy(answer => answer.Status).OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Count()}"))}");
        }
    }

    private static string Describe((HostileRequest Request, int Status) answer) =>
        $"{answer.Request.Kind}: {answer.Request.Method} {(answer.Request.Path.Length > 120 ? answer.Request.Path[..120] : answer.Request.Path)}";
}
