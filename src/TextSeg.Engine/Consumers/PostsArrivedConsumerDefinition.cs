using MassTransit;

namespace TextSeg.Engine.Consumers;

/// <summary>How new posts are worked on: a few workspaces at a time, tried again with a growing pause whose length is drawn within a fifth, so that many do not come back at once.</summary>
public sealed class PostsArrivedConsumerDefinition : ConsumerDefinition<PostsArrivedConsumer>
{
    private const int MessagesAtHand = 16;

    public PostsArrivedConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<PostsArrivedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = MessagesAtHand;
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(500)));
    }
}
