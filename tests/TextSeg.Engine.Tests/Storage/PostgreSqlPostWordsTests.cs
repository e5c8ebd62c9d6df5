using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Tests.Storage;

public sealed class PostgreSqlPostWordsTests : IDisposable
{
    private readonly PostgreSqlPlace _place = new();
    private readonly Workspace _workspace;

    public PostgreSqlPostWordsTests()
    {
        _workspace = Workspace.OpenToWrite(_place.Address);
        AddPosts(("en", "The lamps were blinking all night"), ("de", "Die Lampen haben die ganze Nacht geblinkt"), ("fr", "Les lampes ont clignoté"), ("ja", "ランプが点滅します"), ("unknown", "zorbing the thing"));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _place.Dispose();
    }

    [Theory]
    [InlineData("blinks", new long[] { 1 })]
    [InlineData("Lampe", new long[] { 2, 3, 1 })]
    [InlineData("zorbing", new long[] { 5 })]
    [InlineData("点滅", new long[] { 4 })]
    [InlineData("the of", new long[] { 5 })]
    [InlineData("nothing like it", new long[] { })]
    public void APostIsFoundByTheRulesOfItsLanguage(string question, long[] posts) => Find(question).Order().ShouldBe(posts.Order());

    [Fact]
    public void MoreOfTheWordsComeFirstAndEqualOnesInTheOrderOfTheirNumbers()
    {
        AddPosts(("en", "lamps"), ("en", "lamps"));
        Find("lamps night blinking").ShouldBe([1, .. Find("lamps night blinking").Skip(1)]);
        Find("lamp").Where(post => post > 5).ShouldBe([6, 7]);
    }

    [Fact]
    public void APostWhoseLanguageIsSettledLaterIsIndexedAnew()
    {
        Find("zorbed").ShouldBeEmpty();
        _workspace.Connection.Execute("UPDATE Posts SET Language = 'en' WHERE Id = 5");
        Settle();
        Find("zorbed").ShouldBe([5]);
    }

    [Fact]
    public void WhatIsNoQueryIsNoFault() => Find("' & | ! ( :* <-> \" \\").ShouldBeEmpty();

    private void AddPosts(params (string Language, string Prose)[] posts)
    {
        var first = _workspace.Connection.Query("SELECT COUNT(*) FROM Posts", row => row.GetInt32(0)).Single();
        using var insert = _workspace.Connection.Prepare(
            """
            INSERT INTO Posts (Source, ExternalId, Kind, Line, RawText, ContentHash, Revision, ReplyToIsPosition, Prose, HasCode, TextKey, Language, NeedsVector)
            VALUES ('s', $1, 'Forum', 1, $2, 0, 0, 0, $2, 0, 0, $3, 0)
            """, 3);
        for (var post = 0; post < posts.Length; post++)
        {
            insert.Bind($"p{first + post}", posts[post].Prose, posts[post].Language).ExecuteNonQuery();
        }

        Settle();
    }

    private void Settle() => _workspace.Connection.InTransaction(() => _workspace.Connection.Provider.Words.Settle(_workspace.Connection, among: null));

    private long[] Find(string question) => SearchWords.ForQuery(question) is { } match
        ? [.. _workspace.Connection.Query(_workspace.Connection.Provider.Words.Find(_workspace.Connection, FilterSql.Every), row => row.GetInt64(0), match, 100)]
        : [];
}
