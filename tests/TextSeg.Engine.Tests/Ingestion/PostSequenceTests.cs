using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Ingestion;

public sealed class PostSequenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace;
    private readonly List<RowAnswer> _answers = [];

    public PostSequenceTests() => _workspace = Workspace.OpenToWrite(_folder.Path);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task EveryRecordIsAnsweredInOrder()
    {
        await IngestAsync(Post(1, "a", "where is the shelf"), Post(2, "b", "over there"));
        _answers.Clear();
        var result = await IngestAsync(Post(1, "a", "where is the shelf"), SourceRow.Reject("push", 2, "The text is empty."), Post(3, "b", "over here"), Post(4, "c", "thank you"));
        _answers.ShouldBe([
            new RowAnswer(1, "a", RowOutcome.Unchanged, null), new RowAnswer(2, null, RowOutcome.Rejected, "The text is empty."),
            new RowAnswer(3, "b", RowOutcome.Changed, null), new RowAnswer(4, "c", RowOutcome.Added, null),
        ]);
        (result.Added, result.Changed, result.Unchanged, result.Rejected).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public async Task APostIsAnsweredOnlyWhenItIsStored()
    {
        var stage = new IngestStage(_workspace, new IngestOptions { BatchPosts = 2 }, new FixedClock()) { Answered = _answers.AddRange };
        await Should.ThrowAsync<IOException>(() => stage.RunAsync(new PostSequence("push", Breaking()), null, CancellationToken.None));
        using var context = _workspace.CreateContext();
        context.Posts.Select(post => post.ExternalId).Order().ShouldBe(_answers.Select(answer => answer.ExternalId));
        _answers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task NoListOfRejectedRowsIsLeftForPostsThatAreNoFile()
    {
        var result = await IngestAsync(SourceRow.Reject("push", 1, "The text is empty."));
        result.RejectedLists.ShouldBeEmpty();
        Directory.GetFiles(_folder.Path, "*" + RejectedRowList.Ending).ShouldBeEmpty();
    }

    private static IEnumerable<SourceRow> Breaking()
    {
        yield return Post(1, "a", "where is the shelf");
        yield return Post(2, "b", "over there");
        yield return Post(3, "c", "thank you");
        throw new IOException("gone");
    }

    private static SourceRow Post(long line, string id, string text) => SourceRow.Of(new RawPost { Source = "push", Line = line, ExternalId = id, Text = text });

    private Task<IngestResult> IngestAsync(params SourceRow[] rows) =>
        new IngestStage(_workspace, new IngestOptions(), new FixedClock()) { Answered = _answers.AddRange }.RunAsync(new PostSequence("push", rows), null, CancellationToken.None);
}
