using System.Security.Cryptography;
using MassTransit;

namespace TextSeg.Engine.Consumers;

/// <summary>How new posts are worked on: every process hears of them and claims its own, a few workspaces at a time; tried again with a growing pause whose length is drawn within a fifth, so that many do not come back at once.</summary>
public sealed class PostsArrivedConsumerDefinition : ConsumerDefinition<PostsArrivedConsumer>
{
    private const int MessagesAtHand = 16;

    public PostsArrivedConsumerDefinition()
    {
        ConcurrentMessageLimit = 2;

        // A queue for each process: in one that all share, the word of more posts would often reach the process that is at work already, while another stays idle.
        // Its name is drawn, since hosts and processes of several containers may be called and numbered alike.
        var instance = "-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        Endpoint(endpoint => (endpoint.InstanceId, endpoint.Temporary) = (instance, true));
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PostsArrivedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // What failed is listed by its fault, and replayed as a new message; the queue ends with its process.
        endpointConfigurator.DiscardFaultedMessages();
        endpointConfigurator.PrefetchCount = MessagesAtHand;
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(500)));
    }
}
