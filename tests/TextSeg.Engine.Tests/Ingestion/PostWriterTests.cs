using TextSeg.Engine.Ingestion;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Ingestion;

public sealed class PostWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Workspace _workspace;

    public PostWriterTests() => _workspace = Workspace.OpenToWrite(_folder.Path);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TheSamePostTwiceChangesNothing()
    {
        Write(Post("1", "where is the shelf"));
        using var writer = Write(Post("1", "where is the shelf"));
        (writer.Added, writer.Unchanged).ShouldBe((0, 1));
        Count("Posts").ShouldBe(1);
    }

    [Fact]
    public void AChangedTextIsTheNextRevisionAndTheOldOneIsKept()
    {
        Write(Post("1", "where is the shelf"));
        Write(Post("1", "where is the old shelf"));
        using var context = _workspace.CreateContext();
        var post = context.Posts.Single();
        (post.RawText, post.Revision, post.NeedsVector, post.Prose).ShouldBe(("where is the old shelf", 1, true, null));
        context.Revisions.Single().RawText.ShouldBe("where is the shelf");
    }

    [Fact]
    public void OneIdInTwoSourcesIsTwoPosts()
    {
        Write(Post("1", "where is the shelf"), Post("1", "where is the shelf") with { Source = "other" });
        Count("Posts").ShouldBe(2);
    }

    [Fact]
    public void AMemberIsOneWhateverTheNumberOfPosts()
    {
        Write(Post("1", "where is the shelf"), Post("2", "over there"));
        Write(Post("3", "thank you"));
        Count("Members").ShouldBe(1);
    }

    private static RawPost Post(string id, string text) => new() { Source = "forum", Line = 2, ExternalId = id, Text = text, Member = "m1", MemberName = "Ann" };

    private PostWriter Write(params RawPost[] posts)
    {
        using var transaction = _workspace.Connection.BeginTransaction();
        var writer = new PostWriter(_workspace.Connection, new FixedClock());
        foreach (var post in posts)
        {
            writer.Write(post);
        }

        transaction.Commit();
        return writer;
    }

    private long Count(string table) => _workspace.Connection.Query($"SELECT COUNT(*) FROM {table}", row => row.GetInt64(0)).Single();
}
