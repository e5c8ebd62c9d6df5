using TextSeg.Engine.Reports;

namespace TextSeg.Engine.Tests.Reports;

public sealed class ExcerptsTests
{
    private static string Sentences(int count) => string.Join(' ', Enumerable.Repeat("The probe shows nothing since the storm of last night.", count));

    [Fact]
    public void AShortPostIsShownWholeOnOneLine() => Excerpts.Shorten("first line\n\n second line").ShouldBe("first line second line");

    [Fact]
    public void ALongPostIsCutAtTheEndOfASentence()
    {
        var shown = Excerpts.Shorten(Sentences(12));
        shown.ShouldEndWith("last night. …");
        shown.Length.ShouldBeInRange(120, 282);
    }

    [Fact]
    public void WithoutSentencesThereIsACutBetweenWords()
    {
        var shown = Excerpts.Shorten(string.Join(' ', Enumerable.Repeat("probe", 100)));
        shown.ShouldEndWith("probe …");
        shown.Length.ShouldBeLessThanOrEqualTo(282);
    }

    [Fact]
    public void APointInANumberOrAnAbbreviationEndsNoSentence()
    {
        var text = new string('a', 200) + " on 3. April z. B. and so on " + new string('b', 300);
        Excerpts.Shorten(text).ShouldEndWith("and so on …");
    }
}
