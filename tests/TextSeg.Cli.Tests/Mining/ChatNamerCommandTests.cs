using System.Text.Json;
using TextSeg.Cli.Tests.Commands;

namespace TextSeg.Cli.Tests.Mining;

public sealed class ChatNamerCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NamesAppearLiesAreStruckTheBudgetIsPrintedAndASecondRunMakesNoCall()
    {
        var input = WritePosts();
        using var stub = new ChatStub((call, body) => call == 2
            ? new StubAnswer("busy") { Status = 429, RetryAfter = "1" }
            : new StubAnswer(DraftOf(ChatStub.DataOf(body))));
        var mined = Mine(input, stub.Address, "--json").ShouldBeGood().Json;
        var naming = mined.GetProperty("naming");
        var segments = mined.GetProperty("segments").GetArrayLength();
        segments.ShouldBeGreaterThan(1);
        naming.GetProperty("namer").GetString().ShouldBe("small");
        naming.GetProperty("names").GetInt32().ShouldBe(segments, mined.GetProperty("segments").ToString());
        naming.GetProperty("struck").GetInt32().ShouldBe(segments, "one lie in each");
        (naming.GetProperty("calls").GetInt32(), stub.Asked.Count).ShouldBe((segments + 1, segments + 1));
        naming.GetProperty("tokens").GetInt64().ShouldBe(120 * segments);
        stub.Asked.Select(ChatStub.DataOf).ShouldAllBe(data => !data.Contains("neighbour", StringComparison.OrdinalIgnoreCase), "no name of a member leaves the machine");

        var card = BuiltProgram.Run("segment", "s1", "--data", _folder.File("data")).ShouldBeGood().Output;
        card.ShouldContain("People who ask about");
        card.ShouldContain("They breed racing pigeons.", Case.Sensitive, "what was struck is said, with its reason");

        var again = Mine(input, stub.Address);
        again.ShouldBeGood().Output.ShouldContain("Nothing is new");
        stub.Asked.Count.ShouldBe(segments + 1);
        BuiltProgram.Run("mine", input, "--data", _folder.File("data")).ShouldBeGood();
        Mine(input, stub.Address).ShouldBeGood().Output.ShouldContain($"{segments} answers remembered");
        stub.Asked.Count.ShouldBe(segments + 1, "mined anew, every answer is remembered");
    }

    private ProgramResult Mine(string input, string address, params string[] more) => BuiltProgram.Run(
        ["mine", input, "--data", _folder.File("data"), "--namer", "chat", "--chat-address", address, "--chat-model", "small", .. more]);

    /// <summary>A name and a clause of the segment's own first phrases, and a lie.</summary>
    private static string DraftOf(string data)
    {
        var phrases = JsonDocument.Parse(data).RootElement.GetProperty("evidence").EnumerateArray().Where(item => item.TryGetProperty("phrase", out _)).Take(2).ToArray();
        var (words, numbers) = (phrases.Select(item => item.GetProperty("phrase").GetString()).ToArray(), phrases.Select(item => item.GetProperty("number").GetInt32()).ToArray());
        return ChatStub.Draft($"People who ask about {string.Join(" and ", words)}", numbers, $"They write about “{words[0]}”.", "They breed racing pigeons.");
    }

    private string WritePosts()
    {
        var lines = InventedPosts.Lines(480).Select((line, i) =>
        {
            var post = JsonDocument.Parse(line).RootElement;
            return JsonSerializer.Serialize(new { id = $"p{i}", author = $"neighbour{i % 40}", body = post.GetProperty("body").GetString() });
        });
        return _folder.Write("posts.jsonl", string.Join('\n', lines) + "\n");
    }
}
