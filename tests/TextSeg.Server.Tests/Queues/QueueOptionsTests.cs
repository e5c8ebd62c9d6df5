using TextSeg.Server.Queues;

namespace TextSeg.Server.Tests.Queues;

public sealed class QueueOptionsTests
{
    private const string Server = "rabbitmq://ann:secret@queue.example";

    [Fact]
    public void NoQueueIsNoFault() => new QueueOptions { Workspace = "?", Prefetch = 0 }.Faults(BusAddress.InMemory).ShouldBeEmpty();

    [Fact]
    public void TheServerOfTheBusServesWhereNoOtherIsGiven()
    {
        var queue = new QueueOptions { Name = "posts", Workspace = "forum" };
        queue.Faults(Server).ShouldBeEmpty();
        queue.Server(Server).Host.ShouldBe("queue.example");
    }

    [Fact]
    public void AllFaultsAreToldAtOnceAndNotThePassword()
    {
        var faults = new QueueOptions { Name = "amq.posts", Address = "amqp://ann:secret@queue.example", Workspace = "", Source = "", Prefetch = 0 }.Faults(BusAddress.InMemory).ToArray();
        faults.Length.ShouldBe(5);
        faults.ShouldAllBe(fault => !fault.Contains("secret", StringComparison.Ordinal));
    }
}
