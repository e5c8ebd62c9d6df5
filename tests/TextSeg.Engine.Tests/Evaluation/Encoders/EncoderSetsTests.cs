using TextSeg.Engine.Evaluation.Encoders;
using TextSeg.Testing;

namespace TextSeg.Engine.Tests.Evaluation.Encoders;

public sealed class EncoderSetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheKindOfASetIsInItsName()
    {
        _folder.Write("pets.groups.jsonl", """{"text": "a cat", "label": "cat"}""");
        _folder.Write("pets.similarity.jsonl", """{"left": "a cat", "right": "a dog", "score": 2.5, "language": "de", "line": 3}""");
        var sets = EncoderSets.Read(_folder.Path);
        sets.Groups.ShouldHaveSingleItem().Name.ShouldBe("pets");
        var pair = sets.Similarity.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem();
        (pair.Score, pair.Language, pair.Line).ShouldBe((2.5, "de", 3));
        sets.Translations.ShouldBeEmpty();
        sets.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void ALineThatIsNoRowIsLeftOutAndSaid()
    {
        _folder.Write("pets.groups.jsonl", "{\"text\": \"a cat\", \"label\": \"cat\"}\n{\"text\": \"no label\"}\nnot json\n");
        var sets = EncoderSets.Read(_folder.Path);
        sets.Groups[0].Rows.ShouldHaveSingleItem();
        sets.Notes.ShouldHaveSingleItem().ShouldContain("2 of 3 lines");
        sets.Notes[0].ShouldContain("the first is line 2");
    }

    [Fact]
    public void AFolderWithoutSetsAndNoFolderAreWrongUse()
    {
        Should.Throw<JobException>(() => EncoderSets.Read(_folder.Path)).Message.ShouldContain("holds no set for encoders");
        Should.Throw<JobException>(() => EncoderSets.Read(_folder.File("absent"))).Message.ShouldContain("There is no folder");
        _folder.Write("pets.groups.jsonl", "nothing");
        Should.Throw<JobException>(() => EncoderSets.Read(_folder.Path)).Message.ShouldContain("no row that can be measured");
    }
}
