using TextSeg.Engine.Behaviour;

namespace TextSeg.Engine.Tests.Behaviour;

public sealed class EventRecordTests
{
    [Fact]
    public void AnEventIsReadWithItsWorth() =>
        Read("""{"id":"o1","member":"m1","kind":"Order","time":"2024-05-01T10:00:00Z","value":19.9,"text":"not taken"}""")
            .ShouldBe(new EventRecord(1, "o1", "m1", "order", new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero), 19.9, null));

    [Fact]
    public void AnEventWithoutAnIdIsKnownByItsContent()
    {
        const string Json = """{"member":"m1","kind":"click","time":1714557600}""";
        Read(Json).Id.ShouldBe(Read(Json).Id);
        Read("""{"member":"m2","kind":"click","time":1714557600}""").Id.ShouldNotBe(Read(Json).Id);
    }

    [Theory]
    [InlineData("[]", "no JSON object")]
    [InlineData("{}", "member is missing")]
    [InlineData("""{"member":"m1","time":1714557600}""", "kind must be a word")]
    [InlineData("""{"member":"m1","kind":"bought a lamp","time":1714557600}""", "kind must be a word")]
    [InlineData("""{"member":"m1","kind":"order"}""", "time is missing")]
    [InlineData("""{"member":"m1","kind":"order","time":"2999-01-01"}""", "time is missing")]
    [InlineData("""{"member":"m1","kind":"order","time":1714557600,"value":"much"}""", "value is no number")]
    [InlineData("""{"member":"m1","kind":"order","time":1714557600,"value":"NaN"}""", "value is no number")]
    [InlineData("""{"member":"m1","kind":"order","time":1714557600,"value":1e300}""", "value is no number")]
    public void WhatIsWrongIsTheReason(string json, string reason) => Read(json).Fault!.ShouldContain(reason);

    private static EventRecord Read(string json) => EventRecord.Read(1, json, new FixedClock());
}
