using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Engine.Tests.Sources.Tables;

public sealed class PostReaderTests
{
    private readonly PostReader _reader = new("shop", new FixedClock(2026), PostKind.Ticket);

    [Fact]
    public void EveryFieldIsReadByItsName()
    {
        var post = Read("""
            {"id":12,"text":"the lamp hums","title":"Lamp","member":"m7","member_name":"Ann","time":"2026-03-01T10:00:00Z","thread":"t1","position":2,
             "replyTo":"11","rating":4,"language":"de-AT","kind":"review","colour":"red"}
            """).Post!;
        (post.Source, post.Line, post.ExternalId, post.Text, post.Title).ShouldBe(("shop", 1, "12", "the lamp hums", "Lamp"));
        (post.Member, post.MemberName, post.Thread, post.ThreadPosition, post.ReplyTo, post.ReplyToIsPosition).ShouldBe(("m7", "Ann", "t1", "2", "11", false));
        (post.Rating, post.Language, post.Kind, post.Time).ShouldBe((4, "de", PostKind.Review, new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("createdAt")]
    [InlineData("created_at")]
    [InlineData("Timestamp")]
    public void CaseAndHyphensOfAFieldDoNotMatter(string field) => Read($$"""{"text":"x","{{field}}":1767225600}""").Post!.Time!.Value.Year.ShouldBe(2026);

    [Theory]
    [InlineData("{\"text\":", "no JSON object")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("""{"text":"  "}""", "empty")]
    [InlineData("{}", "empty")]
    public void WhatIsWrongBecomesTheReason(string json, string reason) => Read(json).Rejected!.Reason.ShouldContain(reason);

    [Fact]
    public void APostWithoutAnIdGetsOneFromItsContent()
    {
        var first = Read("""{"text":"the lamp hums","member":"m7"}""").Post!.ExternalId;
        first.ShouldBe(new PostReader("shop", new FixedClock(2026)).Read(9, """{"member":"m7","text":"the lamp hums"}""").Post!.ExternalId);
        _reader.Read(2, """{"text":"the lamp hums","member":"m8"}""").Post!.ExternalId.ShouldNotBe(first);
    }

    [Fact]
    public void AnIdGivenByTheCallerHoldsOnlyWherePostsStateNone()
    {
        _reader.Read(1, """{"text":"the lamp hums"}""", "q-1").Post!.ExternalId.ShouldBe("q-1");
        _reader.Read(2, """{"id":"a","text":"the lamp hums"}""", "q-2").Post!.ExternalId.ShouldBe("a");
    }

    [Fact]
    public void ATimeInTheFutureIsLeftOutAndCounted()
    {
        Read("""{"text":"x","time":"2031-01-01T00:00:00Z"}""").Post!.Time.ShouldBeNull();
        _reader.TimesLeftOut.ShouldBe(1);
    }

    [Fact]
    public void TheNamesOfColumnsAreAmongTheFields() =>
        ColumnRoles.All.ShouldAllBe(role => PostFields.RoleOf(role.Word()) == role);

    private SourceRow Read(string json) => _reader.Read(1, json);
}
