using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Engine.Tests.Sources.Columns;

public sealed class ColumnGuesserTests
{
    [Theory]
    [InlineData("Nummer,Verfasser,Datum,Betreff,Nachricht", "text=Nachricht,time=Datum,member=Verfasser,title=Betreff")]
    [InlineData("id,auteur,date,sujet,contenu", "text=contenu,time=date,id=id,member=auteur,title=sujet")]
    [InlineData("id,usuario,fecha,titulo,mensaje", "text=mensaje,time=fecha,id=id,member=usuario,title=titulo")]
    [InlineData("id,автор,дата,тема,сообщение", "text=сообщение,time=дата,id=id,member=автор,title=тема")]
    [InlineData("id,投稿者,投稿日,件名,本文", "text=本文,time=投稿日,id=id,member=投稿者,title=件名")]
    [InlineData("x1,x2,x3,x4,x5", "text=x5,time=x3")]
    public void NamesInManyLanguagesAreKnown(string header, string expected) => Guess(header).ToOverrides().ShouldBe(expected);

    [Fact]
    public void TheGuessSaysWhyAndWhatElseItCouldBe()
    {
        var text = Guess("id,author,created_at,message,body")[ColumnRole.Text]!;
        text.Reason.ShouldContain("known name");
        text.Alternatives.ShouldBe(["message"]);
        text.Confidence.ShouldBeInRange(0.3, 1);
    }

    [Fact]
    public void AnIdColumnThatRepeatsIsNoIdentity() =>
        new ColumnGuesser("a.csv", ["id", "body"], [.. Enumerable.Range(0, 40).Select(i => new string?[] { "5.70E+17", $"words about thing number {i}" })])
            .Guess(ColumnOverrides.Parse(""), null)[ColumnRole.Id].ShouldBeNull();

    [Fact]
    public void TheKindThatTheUserGaveIsKept()
    {
        var mapping = new ColumnGuesser("a.csv", ["id", "body"], [["1", "words about a lamp"], ["2", "words about a shelf"]]).Guess(ColumnOverrides.Parse(""), PostKind.Ticket);
        mapping.Kind.ShouldBe(PostKind.Ticket);
    }

    [Fact]
    public void AColumnOfKindsIsHeededRowByRow()
    {
        string?[][] rows = [["ticket", "the lamp does not switch on"], ["forum", "which shelf holds a lamp of two kilos"], ["reviews", "a lamp that I would buy again"]];
        var mapping = new ColumnGuesser("a.csv", ["kind", "body"], rows).Guess(ColumnOverrides.Parse(""), null);
        mapping[ColumnRole.Kind]!.Column.ShouldBe("kind");
        new ColumnGuesser("a.csv", ["kind", "body"], [["large", "the lamp"], ["small", "a shelf"]]).Guess(ColumnOverrides.Parse("text=body"), null)[ColumnRole.Kind].ShouldBeNull();
        new ColumnGuesser("a.csv", ["kind", "body"], rows).Guess(ColumnOverrides.Parse(""), PostKind.Chat)[ColumnRole.Kind].ShouldBeNull("the user said that all are chats");
    }

    private static ColumnMapping Guess(string header)
    {
        var rows = Enumerable.Range(0, 30).Select(i => new string?[]
        {
            $"{1000 + i}", $"m{i % 9}", $"2021-03-{1 + (i % 28):00} 10:00", $"Lamp {i}", $"the lamp in room {i} makes a strange noise when it is cold, number {i * 7}",
        });
        return new ColumnGuesser("a.csv", header.Split(','), [.. rows]).Guess(ColumnOverrides.Parse(""), null);
    }
}
