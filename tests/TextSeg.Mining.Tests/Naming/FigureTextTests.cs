using TextSeg.Mining.Naming;
using TextSeg.Mining.Profiles;

namespace TextSeg.Mining.Tests.Naming;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(0.714, SignalUnit.Share, "71 %")]
    [InlineData(0, SignalUnit.Share, "0 %")]
    [InlineData(0.004, SignalUnit.Share, "under 1 %")]
    [InlineData(1, SignalUnit.Days, "1 day")]
    [InlineData(412.4, SignalUnit.Days, "412 days")]
    [InlineData(4.26, SignalUnit.Number, "4.3")]
    [InlineData(0.237, SignalUnit.Number, "0.24")]
    [InlineData(1234.4, SignalUnit.Number, "1,234")]
    public void FiguresReadAsAPersonWouldWriteThem(double value, SignalUnit unit, string text) => FigureText.Of(value, unit).ShouldBe(text);

    [Theory]
    [InlineData(0.02, "a few in a hundred of those who could be placed (2 %)")]
    [InlineData(0.5, "about half of those who could be placed (50 %)")]
    [InlineData(1, "nearly all of those who could be placed (100 %)")]
    public void SharesAreSaidInWordsAndFigures(double share, string text) => FigureText.ShareInWords(share).ShouldBe(text);
}
