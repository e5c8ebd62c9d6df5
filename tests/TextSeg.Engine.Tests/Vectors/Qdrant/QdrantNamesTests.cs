using TextSeg.Engine.Vectors.Qdrant;

namespace TextSeg.Engine.Tests.Vectors.Qdrant;

public sealed class QdrantNamesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Forum: <café>/..\\x?*|\"")]
    [InlineData("名前")]
    public void AnyTextGivesANameThatEveryServerTakes(string text)
    {
        var name = new QdrantNames("textseg", text).Collection(text + "@1");

        name.ShouldAllBe(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-' || letter == '_');
        name.ShouldStartWith("textseg_");
    }

    [Fact]
    public void LongTextsGiveNamesOfBoundedLength() => new QdrantNames(new string('p', 32), new string('w', 5_000)).Collection(new string('m', 5_000)).Length.ShouldBeLessThan(200);

    [Fact]
    public void TextsThatDifferOnlyInCapitalsOrSignsGiveTwoNames()
    {
        string[] texts = ["forum", "Forum", "forum ", "for-um", "for_um"];

        texts.Select(text => new QdrantNames("t", text).Collection("m")).Distinct().Count().ShouldBe(5);
        texts.Select(text => new QdrantNames("t", "w").Collection(text)).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void CollectionsBelongToOneWorkspaceOnly()
    {
        var names = new QdrantNames("t", "a");

        names.IsOwn(names.Collection("m")).ShouldBeTrue();
        names.IsOwn(new QdrantNames("t", "a_b").Collection("m")).ShouldBeFalse();
        names.IsOwn(names.Alias).ShouldBeFalse();
    }
}
