using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Tests.Queries;

public sealed class SearchWordsTests
{
    [Fact]
    public void ChineseBecomesPairs() => SearchWords.ForIndex("我的灯坏了").ShouldBe(" 我的  的灯  灯坏  坏了 ");

    [Fact]
    public void OneSignAloneStays() => SearchWords.ForIndex("a 灯 b").ShouldBe("a  灯  b");

    [Fact]
    public void LatinTextIsUntouched() => SearchWords.ForIndex("My lamp's broken, why?").ShouldBe("My lamp's broken, why?");

    [Theory]
    [InlineData("lamp's \"AND\" (broken)*", "\"lamp\" OR \"s\" OR \"AND\" OR \"broken\"")]
    [InlineData("灯坏了", "\"灯坏\" OR \"坏了\"")]
    [InlineData("?!", null)]
    public void AQuestionCanHoldNoOperator(string question, string? expected) => SearchWords.ForQuery(question).ShouldBe(expected);
}
