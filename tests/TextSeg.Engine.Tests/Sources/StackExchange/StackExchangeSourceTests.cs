using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources.StackExchange;

public sealed class StackExchangeSourceTests : IDisposable
{
    private const string Posts = """
        <?xml version="1.0" encoding="utf-8"?>
        <posts>
          <row Id="1" PostTypeId="1" CreationDate="2026-02-01T10:00:00.123" Score="3" Body="&lt;p&gt;which screws&#xA;hold the shelf?&lt;/p&gt;" OwnerUserId="7" Title="Screws" Tags="&lt;shelf&gt;" />
          <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2026-02-01T11:00:00.000" Body="&lt;p&gt;long ones&lt;/p&gt;" OwnerDisplayName="gone" />
          <row Id="3" PostTypeId="4" Body="about the tag" />
          <row Id="4" PostTypeId="2" ParentId="1" Body="&lt;p&gt;broken
          <row Id="5" PostTypeId="2" ParentId="1" Body=" " OwnerUserId="8" />
          <row Id="6" PostTypeId="2" ParentId="1" Body="&lt;p&gt;thanks &#x1; all&lt;/p&gt;" OwnerUserId="9" CreationDate="soon" />
        </posts>
        """;

    private readonly TemporaryFolder _folder = new();

    public StackExchangeSourceTests() => Directory.CreateDirectory(_folder.File("shelves.example.org"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void QuestionsAndAnswersAreOneThreadWithTheirUsersNames()
    {
        _folder.Write("shelves.example.org/Users.xml", "<users>\n  <row Id=\"7\" DisplayName=\"Ann &amp; Ben\" />\n  <row Id=\"8\"\n</users>\n");
        var (posts, _, report) = Read();
        posts.Select(post => (post.ExternalId, post.Thread, post.ReplyTo, post.Member, post.MemberName)).ShouldBe(
            [("1", "1", null, "7", "Ann & Ben"), ("2", "1", "1", "name:gone", "gone"), ("6", "1", "1", "9", null)]);
        (posts[0].Text, posts[0].Title, posts[0].Source).ShouldBe(("<p>which screws\nhold the shelf?</p>", "Screws", "shelves.example.org"));
        posts[0].Time.ShouldBe(new DateTimeOffset(2026, 2, 1, 10, 0, 0, 123, TimeSpan.Zero));
        report.Format.ShouldBe("Stack Exchange dump");
    }

    [Fact]
    public void ABrokenRowCostsNoOther()
    {
        var (posts, rejected, report) = Read();
        posts.Count.ShouldBe(3);
        rejected.Select(row => (row.Line, row.Reason)).ShouldBe([(6, "The row is no whole element, or too long."), (7, "The text (Body) is empty.")]);
        report.UnreadableTimes.ShouldBe(1);
    }

    [Fact]
    public void OfADumpsFolderOnlyThePostsAreRead()
    {
        foreach (var name in new[] { "Posts.xml", "Users.xml", "Votes.xml" })
        {
            _folder.Write("shelves.example.org/" + name, Posts);
        }

        InputFinder.Find([_folder.Path]).ShouldHaveSingleItem().Name.ShouldBe("shelves.example.org");
    }

    [Fact]
    public void OtherXmlIsRefusedInPlainWords() => SourceReading.Fault(_folder.Write("a.xml", "<?xml version=\"1.0\"?>\n<votes>\n</votes>\n")).ShouldContain("only Posts.xml");

    private (List<RawPost> Posts, List<RejectedRow> Rejected, SourceReport Report) Read() => SourceReading.Read(_folder.Write("shelves.example.org/Posts.xml", Posts));
}
