using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TextSeg.Server.Observability;

namespace TextSeg.Server.Tests.Observability;

public sealed class WordlessFormatterTests
{
    private readonly PlantedWords _planted = new();

    [Fact]
    public void AnEntryIsOneLineOfJsonWithItsTraceAndNoMessageOfAnException()
    {
        using var activity = new Activity("test").Start();
        using var output = new StringWriter();
        new WordlessFormatter(TimeProvider.System).Write(new LogEntry<string>(LogLevel.Error, "TextSeg.Tests", default, "It failed", Fault(), (state, _) => state), null, output);
        output.ToString().ShouldEndWith(Environment.NewLine);
        output.ToString().TrimEnd().ShouldNotContain('\n');
        _planted.In(output.ToString()).ShouldBeEmpty();
        var entry = JsonSerializer.Deserialize<JsonElement>(output.ToString());
        entry.GetProperty("message").GetString().ShouldBe("It failed");
        entry.GetProperty("trace").GetString().ShouldBe(activity.TraceId.ToHexString());
        entry.GetProperty("fault").EnumerateArray().Select(cause => cause.GetProperty("kind").GetString()).ShouldBe([typeof(InvalidOperationException).FullName, typeof(FormatException).FullName]);
        entry.GetProperty("fault")[0].GetProperty("at").GetString()!.ShouldContain(nameof(Fault));
    }

    private InvalidOperationException Fault()
    {
        try
        {
            throw new InvalidOperationException(_planted["outer"], new FormatException(_planted["inner"]));
        }
        catch (InvalidOperationException fault)
        {
            return fault;
        }
    }
}
