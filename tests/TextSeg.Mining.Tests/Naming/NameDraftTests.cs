using TextSeg.Mining.Naming;

namespace TextSeg.Mining.Tests.Naming;

public sealed class NameDraftTests
{
    [Fact]
    public void AnAnswerAsAskedIsRead()
    {
        var draft = NameDraft.Read("""{"name":{"text":" Keepers of\n bees ","evidence":[1,2]},"clauses":[{"text":"They build hives.","evidence":[3,"x",-1]}]}""").ShouldNotBeNull();
        draft.Name.Text.ShouldBe("Keepers of bees");
        draft.Name.Evidence.ShouldBe([1, 2]);
        draft.Clauses.ShouldHaveSingleItem().Evidence.ShouldBe([3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Keepers of bees")]
    [InlineData("[1,2]")]
    [InlineData("""{"name":"Keepers of bees","clauses":[{"text":"x","evidence":[1]}]}""")]
    [InlineData("""{"name":{"text":"Keepers of bees","evidence":[1]},"clauses":[]}""")]
    [InlineData("""{"name":{"text":"Keepers of bees","evidence":[1]},"clauses":[{"text":"","evidence":[1]}]}""")]
    [InlineData("""{"name":{"text":"Keepers of bees","evidence":[1]},"clauses":[{"text":"They""")]
    public void AnythingElseIsNoAnswer(string answer) => NameDraft.Read(answer).ShouldBeNull();
}
