using TextSeg.Mining.Naming;

namespace TextSeg.Mining.Tests.Naming;

public sealed class NameRulesTests
{
    private static readonly NameRules Rules = new(["Marla_K", "Otto Brandt", "io"]);

    [Theory]
    [InlineData("German-speaking newcomers who ask about rain sensors")]
    [InlineData("Members on garden frost")]
    public void AGoodNameHasNoFault(string name) => Rules.Faults(name, []).ShouldBeEmpty();

    [Theory]
    [InlineData("Rain sensors", "2 words")]
    [InlineData("People who write long letters about rain and wind and snow", "11 words")]
    [InlineData("Members of segment 4 on rain", "number")]
    [InlineData("Members who thank marla_k for rain", "member's name")]
    [InlineData("Friends of otto brandt on rain", "member's name")]
    [InlineData("People who ask about things", "says nothing")]
    public void EachRuleIsSaidInASentence(string name, string fault) => Rules.Faults(name, []).ShouldHaveSingleItem().ShouldContain(fault);

    [Theory]
    [InlineData("Newcomers who ask about rain sensors", "Newcomers who write about rain sensor", true)]
    [InlineData("Newcomers who ask about rain sensors", "NEWCOMERS who ask about rain sensors", true)]
    [InlineData("Newcomers who ask about rain sensors", "Helpers who write about solar panels", false)]
    [InlineData("Members who write about frost and soil", "Members who write about frost and cameras", false)]
    public void NearlyTheSameIsTheSame(string first, string second, bool alike)
    {
        NameRules.AreAlike(first, second).ShouldBe(alike);
        NameRules.AreAlike(second, first).ShouldBe(alike);
        Rules.Faults(first, [second]).Any(fault => fault.Contains("another name")).ShouldBe(alike);
    }

    [Fact]
    public void APhraseForANameHoldsNoNumberNoMemberAndIsNoFiller()
    {
        Rules.Allows("rain gauge").ShouldBeTrue();
        Rules.Allows("雨量計").ShouldBeTrue();
        Rules.Allows("version 6").ShouldBeFalse();
        Rules.Allows("Otto Brandt").ShouldBeFalse();
        Rules.Allows("problem").ShouldBeFalse();
        Rules.Allows("radio").ShouldBeTrue("names of two letters are no names in a text");
    }
}
