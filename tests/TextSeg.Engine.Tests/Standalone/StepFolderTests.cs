using System.Text;
using TextSeg.Engine.Standalone;

namespace TextSeg.Engine.Tests.Standalone;

public sealed class StepFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _continued = [];

    private string Place => _folder.File("result.unfinished");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFinishedStepIsFoundByTheNextRunOfTheSameKey()
    {
        using (var first = Open("key"))
        {
            Keep(first, "one", "found");
        }

        using var second = Open("key");
        _continued.ShouldBe(["one"]);
        Read(second, "one").ShouldBe("found");
        Read(second, "two").ShouldBe("made anew");
    }

    [Fact]
    public void AStepThatWasNotFinishedIsNotThere()
    {
        using (var first = Open("key"))
        {
            Keep(first, "whole", "found");
            Should.Throw<InvalidOperationException>(() => first.Keep("half", stream =>
            {
                stream.Write("half"u8);
                throw new InvalidOperationException("as if killed");
            }));
        }

        using var second = Open("key");
        second.Has("half").ShouldBeFalse();
        second.Has("whole").ShouldBeTrue();
    }

    [Fact]
    public void AnotherKeyRemovesTheStepsOfTheOneBefore()
    {
        using (var first = Open("key"))
        {
            Keep(first, "one", "found");
        }

        using var second = Open("other key");
        _continued.ShouldBeEmpty();
        second.Has("one").ShouldBeFalse();
    }

    [Fact]
    public void TheFolderGoesWhenTheJobIsFinishedOrHasNoStep()
    {
        Open("key").Dispose();
        Directory.Exists(Place).ShouldBeFalse("no step was finished");
        using (var job = Open("key"))
        {
            Keep(job, "one", "found");
            job.Finish();
        }

        Directory.Exists(Place).ShouldBeFalse();
    }

    [Fact]
    public void TwoRunsOfOneResultDoNotMeet()
    {
        using var first = Open("key");
        Should.Throw<JobException>(() => StepFolder.Open(Place)).Message.ShouldContain("another run");
    }

    private StepFolder Open(string key)
    {
        var folder = StepFolder.Open(Place, _continued.AddRange);
        folder.Claim(key);
        return folder;
    }

    private static void Keep(StepFolder folder, string step, string content) => folder.Keep(step, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    private static string Read(StepFolder folder, string step) =>
        folder.Results.Once(step, () => "made anew", (writer, text) => writer.Write(text), reader => new StreamReader(reader.BaseStream).ReadToEnd());
}
