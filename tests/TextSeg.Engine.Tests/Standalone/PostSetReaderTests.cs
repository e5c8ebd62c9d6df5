using TextSeg.Engine.Sources;
using TextSeg.Engine.Standalone;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Tests.Standalone;

public sealed class PostSetReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PostsInAFolderAreThoseInMemory()
    {
        var input = Write("posts.jsonl");
        using var inMemory = await ReadAsync(input, folder: null);
        using var steps = StepFolder.Open(_folder.File("steps"));
        using var stored = await ReadAsync(input, steps);

        stored.Posts.Count.ShouldBe(4);
        stored.Posts.ToArray().ShouldBe(inMemory.Posts, "one after the other");
        Enumerable.Range(0, 4).Select(place => stored.Posts[place]).ShouldBe(inMemory.Posts, "each by its place");
        stored.Posts[0].Prose.ShouldNotContain("Wilmarus", Case.Insensitive, "the name of a member whose post comes later");
        stored.Posts[3].HasWords.ShouldBeFalse();
        stored.Posts[1].Member.ShouldBeNull();
        stored.Posts[2].Time.ShouldBe(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Directory.GetFiles(_folder.File("steps")).Select(Path.GetFileName).ShouldNotContain("raw", "raw texts stay only while they are read");
    }

    [Fact]
    public async Task PostsThatAreStoredAreNotCleanedAgain()
    {
        var input = Write("posts.jsonl");
        using (var steps = StepFolder.Open(_folder.File("steps")))
        {
            (await ReadAsync(input, steps)).Dispose();
        }

        var stages = new List<string>();
        var continued = new List<string>();
        using var again = StepFolder.Open(_folder.File("steps"), continued.AddRange);
        using var posts = await ReadAsync(input, again, new Stages(stages));
        posts.Posts.Count.ShouldBe(4);
        continued.ShouldBe(["posts"]);
        stages.ShouldContain("read");
        stages.ShouldNotContain("clean");
    }

    [Fact]
    public async Task TheFirstNameBehindAHandleIsMaskedInMemoryAndInAFolder()
    {
        var input = _folder.Write("signed.jsonl", """
            {"id":"1","author":"TildaQuistgaard","thread":"t1","body":"The shelf leans.\nTilda"}
            {"id":"2","author":"bo","thread":"t1","body":"Quistgaard is right, it leans."}
            {"id":"3","author":"TildaQuistgaard","thread":"t2","body":"The lamp hums.\nTilda"}
            {"id":"4","author":"bo","thread":"t3","body":"A third thread about bread and butter."}
            {"id":"5","author":"eva","thread":"t4","body":"A fourth thread about the weather."}
            {"id":"6","author":"ida","thread":"t5","body":"And a fifth about nothing at all."}
            {"id":"7","author":"ida","thread":"t6","body":"Good evening to you all."}
            {"id":"8","author":"ida","thread":"t6","body":"Good night to you all."}
            {"id":"9","author":"ida","thread":"t6","body":"Good morning to you all."}
            """);
        using var inMemory = await ReadAsync(input, folder: null);
        using var steps = StepFolder.Open(_folder.File("steps"));
        using var stored = await ReadAsync(input, steps);
        inMemory.Posts.Select(post => post.Prose).Take(3).ShouldBe(["The shelf leans.\n[name]", "[name] is right, it leans.", "The lamp hums.\n[name]"]);
        stored.Posts.ToArray().ShouldBe(inMemory.Posts);
    }

    private string Write(string name) => _folder.Write(name, """
        {"id":"1","author":"m1","body":"I told Wilmarus that the lamp flickers, and he agreed with me.","time":"2024-03-01T10:00:00Z"}
        {"id":"2","body":"The bread did not rise, although the oven was hot enough for it.","time":"2024-03-01T11:00:00Z"}
        {"id":"3","author":"Wilmarus","body":"My invoice was charged twice, please send the money back to me.","time":"2024-03-01T12:00:00Z"}
        {"id":"4","author":"m3","body":"https://example.org/picture.png","time":"2024-03-01T13:00:00Z"}
        """);

    private static async Task<PostSet> ReadAsync(string input, StepFolder? folder, IProgress<Mining.StageProgress>? progress = null)
    {
        var languages = LanguageIdentifier.Load(Repository.PathOf("models/languages"));
        var reader = new PostSetReader(new SourceOptions(), languages, 2, TimeProvider.System) { Folder = folder };
        return await reader.ReadAsync(InputFinder.Find([input]), Path.GetTempPath(), progress, Cancellation);
    }

    private sealed class Stages(List<string> seen) : IProgress<Mining.StageProgress>
    {
        public void Report(Mining.StageProgress value)
        {
            lock (seen)
            {
                seen.Add(value.Stage);
            }
        }
    }
}
