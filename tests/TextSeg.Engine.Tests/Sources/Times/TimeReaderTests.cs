using TextSeg.Engine.Sources.Times;

namespace TextSeg.Engine.Tests.Sources.Times;

public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("2015-02-24T11:36:51Z", "2015-02-24 11:36:51")]
    [InlineData("2015-02-24 11:36:51 -0800", "2015-02-24 19:36:51")]
    [InlineData("2015-02-24T11:36:51.123+02:00", "2015-02-24 09:36:51")]
    [InlineData("2015-02-24 11:36", "2015-02-24 11:36:00")]
    [InlineData("2015-02-24", "2015-02-24 00:00:00")]
    [InlineData("Wed Feb 25 11:36:51 -0800 2015", "2015-02-25 19:36:51")]
    [InlineData("Wed, 25 Feb 2015 11:36:51 GMT", "2015-02-25 11:36:51")]
    [InlineData("25 Feb 2015", "2015-02-25 00:00:00")]
    [InlineData("February 25, 2015", "2015-02-25 00:00:00")]
    [InlineData("02 25, 2015", "2015-02-25 00:00:00")]
    [InlineData("25.02.2015 11:36", "2015-02-25 11:36:00")]
    [InlineData("2/25/15 1:05 PM", "2015-02-25 13:05:00")]
    [InlineData("20150225", "2015-02-25 00:00:00")]
    [InlineData("1424864211", "2015-02-25 11:36:51")]
    [InlineData("1424864211000", "2015-02-25 11:36:51")]
    public void ManyFormatsAreRead(string value, string expected)
    {
        TimeReader.Learn([value]).TryRead(value, out var time).ShouldBeTrue();
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("five stars")]
    [InlineData("3.5")]
    [InlineData("31/31/2015")]
    [InlineData("B000X1A")]
    [InlineData("12345")]
    public void WhatIsNoTimeIsNotRead(string value) => TimeReader.Learn([value]).TryRead(value, out _).ShouldBeFalse();

    [Fact]
    public void OneDateWithADayOverTwelveDecidesForTheColumn()
    {
        Day("03/04/2018", "03/04/2018", "21/02/2018").ShouldBe(3);
        Day("03/04/2018", "03/04/2018", "02/21/2018").ShouldBe(4);
    }

    [Fact]
    public void WithoutProofTheReadingThatSpansLessTimeIsTaken() => Day("03/04/2018", "02/04/2018", "03/04/2018", "05/04/2018").ShouldBe(3);

    [Fact]
    public void PointsBetweenTheNumbersMeanDayFirst() => Day("03.04.2018", "03.04.2018").ShouldBe(3);

    [Fact]
    public void WithoutAnyEvidenceTheGuessIsSaid() => TimeReader.Learn(["03/04/2018"]).IsDayOrderGuessed.ShouldBeTrue();

    [Fact]
    public void FiveFormatsInOneColumnAreAllRead()
    {
        string[] mixed = ["2018-04-03", "03/21/2018", "1522713600", "Tue Apr 03 10:00:00 +0000 2018", "April 3, 2018"];
        TimeReader.Learn(mixed).Rate.ShouldBe(1);
    }

    private static int Day(string value, params string[] sample)
    {
        TimeReader.Learn(sample).TryRead(value, out var time).ShouldBeTrue();
        return time.Day;
    }
}
