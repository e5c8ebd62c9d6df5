using TextSeg.Engine.Ingestion.Duplicates;

namespace TextSeg.Engine.Tests.Ingestion.Duplicates;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("  Thank you!!  ", "thank you")]
    [InlineData("THANK\tyou…", "thank you")]
    [InlineData("Danke, für 2 Lampen.", "danke für 2 lampen")]
    [InlineData("???", "")]
    public void CaseSpaceAndPointsDoNotCount(string text, string expected) => NormalForm.Of(text).ShouldBe(expected);
}
