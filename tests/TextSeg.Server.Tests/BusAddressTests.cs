namespace TextSeg.Server.Tests;

public sealed class BusAddressTests
{
    [Theory]
    [InlineData("rabbitmq://ann:secret@queue.example", "queue.example", 5672, "/", "ann", "secret")]
    [InlineData("rabbitmq://ann:p%40ss@10.0.0.7:5673/team%2Fone", "10.0.0.7", 5673, "team/one", "ann", "p@ss")]
    public void AnAddressIsReadWithItsEscapes(string text, string host, int port, string virtualHost, string user, string password) =>
        BusAddress.TryParse(text).ShouldBe(new BusAddress(host, (ushort)port, virtualHost, user, password));

    [Theory]
    [InlineData("rabbitmq://queue.example/vhost")]
    [InlineData("amqp://ann:secret@queue.example")]
    [InlineData("queue.example")]
    [InlineData("")]
    public void WhatIsNoneIsAFaultThatSaysWhatToWriteAndNotThePassword(string text)
    {
        var fault = new ServiceOptions { Bus = text }.Faults().Single();
        fault.ShouldContain(BusAddress.Shape);
        fault.ShouldNotContain("secret");
    }

    [Fact]
    public void ThePasswordIsNotPrinted() => BusAddress.TryParse("rabbitmq://ann:secret@queue.example")!.ToString().ShouldNotContain("secret");
}
