using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace TextSeg.Server.Queues;

/// <summary>A message of a queue.</summary>
/// <param name="Tag">By which it is acknowledged.</param>
/// <param name="Id">What its sender called it; null for nothing.</param>
/// <param name="Body">What it holds.</param>
internal sealed record ArrivedMessage(ulong Tag, string? Id, byte[] Body);

/// <summary>Messages that a server has sent and that are not stored yet; never more than were asked for at once.</summary>
internal sealed class ArrivedMessages
{
    private readonly Channel<ArrivedMessage> _messages = Channel.CreateUnbounded<ArrivedMessage>(new UnboundedChannelOptions { SingleReader = true });

    public ArrivedMessages(IChannel channel)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);

        // The body is the client's memory and is used anew when this returns.
        consumer.ReceivedAsync += (_, message) => _messages.Writer.WriteAsync(new ArrivedMessage(message.DeliveryTag, message.BasicProperties.MessageId, message.Body.ToArray())).AsTask();
        consumer.UnregisteredAsync += (_, _) => EndAsync();
        channel.ChannelShutdownAsync += (_, _) => EndAsync();
        Consumer = consumer;
    }

    /// <summary>Who is told of messages.</summary>
    public IAsyncBasicConsumer Consumer { get; }

    /// <summary>What has come, at least one message; none where no more will come.</summary>
    public async Task<IReadOnlyList<ArrivedMessage>> NextAsync(int most, CancellationToken cancellationToken)
    {
        List<ArrivedMessage> batch = [];
        if (await _messages.Reader.WaitToReadAsync(cancellationToken))
        {
            while (batch.Count < most && _messages.Reader.TryRead(out var message))
            {
                batch.Add(message);
            }
        }

        return batch;
    }

    private Task EndAsync()
    {
        _messages.Writer.TryComplete();
        return Task.CompletedTask;
    }
}
