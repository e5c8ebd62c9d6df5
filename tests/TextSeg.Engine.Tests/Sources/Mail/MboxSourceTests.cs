using System.IO.Compression;
using System.Text;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources.Mail;

public sealed class MboxSourceTests : IDisposable
{
    private const string Separator = "From ann@example.org Fri May  1 10:00:00 2026\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FieldsOfAMessageAreKeptAndTheAddressIsNot()
    {
        var post = Read(Mail("From: Ann Arbour <Ann@Example.org>\nSubject: =?utf-8?q?L=C3=A4mpchen?=\nMessage-ID: <m1@x>\nDate: Fri, 1 May 2026 10:00:00 +0200", "the lamp hums")).Posts.Single();
        (post.ExternalId, post.Title, post.MemberName, post.Thread, post.ReplyTo, post.Kind, post.Line).ShouldBe(("m1@x", "Lämpchen", "Ann Arbour", "m1@x", null, PostKind.Forum, 1));
        post.Text.Trim().ShouldBe("the lamp hums");
        post.Time.ShouldBe(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        post.Member!.ShouldStartWith("m-");
        post.Member.ShouldBe(Read(Mail("From: ann@example.ORG\nMessage-ID: <m9@x>", "hello again")).Posts.Single().Member, "an address is one member whatever its case and name");
    }

    [Fact]
    public void AThreadBeginsWhereTheReferencesLeadTo()
    {
        var posts = Read(
            Mail("Message-ID: <a@x>", "one"), Mail("Message-ID: <b@x>\nIn-Reply-To: <a@x>\nReferences: <a@x>", "two"), Mail("Message-ID: <c@x>\nIn-Reply-To: <b@x>\nReferences: <a@x> <b@x>", "three"),
            Mail("Message-ID: <d@x>\nReferences: <a@x> <c@x>", "four")).Posts;
        posts.Select(post => post.Thread).Distinct().ShouldBe(["a@x"]);
        posts.Select(post => post.ReplyTo).ShouldBe([null, "a@x", "b@x", "c@x"]);
    }

    [Fact]
    public void FromInAMessageEndsItOnlyWithAnAddressAndADate()
    {
        var posts = Read(Mail("Message-ID: <a@x>", "first line\n\nFrom now on it works.\n>From here too.\n>>From is quoted twice."), Mail("Message-ID: <b@x>", "second")).Posts;
        posts.Count.ShouldBe(2);
        posts[0].Text.Trim().ShouldBe("first line\n\nFrom now on it works.\nFrom here too.\n>From is quoted twice.");
    }

    [Theory]
    [InlineData("windows-1252", "8bit")]
    [InlineData("koi8-r", "8bit")]
    [InlineData("iso-2022-jp", "7bit")]
    [InlineData("utf-8", "base64")]
    public void EveryMessageIsReadInItsOwnEncoding(string charset, string transfer)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = charset switch { "koi8-r" => "лампа гудит", "iso-2022-jp" => "ランプが鳴る", _ => "die Lampe brummt schön" };
        var bytes = Encoding.GetEncoding(charset).GetBytes(text);
        var body = transfer == "base64" ? Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)) : bytes;
        var head = $"{Separator}Message-ID: <a@x>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {transfer}\n\n";
        var path = _folder.File("list.mbox");
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes(head), .. body, (byte)'\n']);
        SourceReading.Read(path).Posts.Single().Text.Trim().ShouldBe(text);
    }

    [Fact]
    public void PlainTextIsPreferredAndAttachmentsAreLeftOut()
    {
        const string parts = """
            MIME-Version: 1.0
            Message-ID: <a@x>
            Content-Type: multipart/mixed; boundary=M

            --M
            Content-Type: multipart/alternative; boundary=A

            --A
            Content-Type: text/html

            <p>the lamp <b>hums</b></p>
            --A
            Content-Type: text/plain

            the lamp hums, plainly
            --A--
            --M
            Content-Type: text/plain; name=log.txt
            Content-Disposition: attachment; filename=log.txt

            secret log
            --M--
            """;
        Read(Separator + parts.ReplaceLineEndings("\n") + "\n").Posts.Single().Text.Trim().ShouldBe("the lamp hums, plainly");
    }

    [Fact]
    public void HtmlIsTakenWhereThereIsNoPlainText() =>
        Read(Mail("Message-ID: <a@x>\nMIME-Version: 1.0\nContent-Type: text/html", "<p>the lamp hums</p>")).Posts.Single().Text.ShouldContain("<p>the lamp hums</p>");

    [Fact]
    public void BadMessagesCostOneRowEach()
    {
        var huge = Mail("Message-ID: <h@x>", new string('x', 5_000));
        var (posts, rejected, report) = Read(
            new SourceOptions { MaxRecordCharacters = 1_000 },
            Mail("Message-ID: <a@x>", "first"), Mail("Message-ID: <b@x>", " "), huge, Mail("Message-ID: <a@x>", "another text"), Mail("Message-ID: <c@x>", "last"));
        posts.Select(post => post.ExternalId).ShouldBe(["a@x", "c@x"]);
        rejected.Select(row => (row.Line, row.Reason)).ShouldBe([(6, "The text is empty."), (11, "The message is longer than 4,000 bytes."), (16, "The message id is already used in line 1 with another text.")]);
        (report.Taken, report.Rejected).ShouldBe((2, 3));
    }

    [Fact]
    public void AMailboxIsKnownByItsFirstLinesAlsoPackedAndWithoutItsEnding()
    {
        var path = _folder.File("archive");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(Mail("Message-ID: <a@x>", "first")));
        }

        SourceReading.Read(path).Report.Format.ShouldBe("mailbox (mbox)");
    }

    [Fact]
    public void AnAddressHiddenByAWebArchiveIsAMember()
    {
        var post = Read(Mail("From: ann at example.org (Ann Arbour)\nMessage-ID: <a@x>", "the lamp hums")).Posts.Single();
        (post.MemberName, post.Member!.Length).ShouldBe(("Ann Arbour", 34));
    }

    private static string Mail(string headers, string body) => $"{Separator}{headers}\n\n{body}\n\n".Replace("\n\n\n", "\n\n", StringComparison.Ordinal);

    private (List<RawPost> Posts, List<RejectedRow> Rejected, SourceReport Report) Read(params string[] mails) => Read(new SourceOptions(), mails);

    private (List<RawPost> Posts, List<RejectedRow> Rejected, SourceReport Report) Read(SourceOptions options, params string[] mails) =>
        SourceReading.Read(_folder.Write("list.mbox", string.Concat(mails)), options);
}
