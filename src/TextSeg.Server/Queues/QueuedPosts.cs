using System.Text;
using RabbitMQ.Client;
using TextSeg.Engine.Hosting;
using TextSeg.Engine.Ingestion;
using TextSeg.Engine.MemberRights;
using TextSeg.Engine.Messages;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Tables;
using TextSeg.Server.Api.Bodies;

namespace TextSeg.Server.Queues;

/// <summary>
/// Stores posts that came by a queue: each message is one post as JSON, with the fields of the HTTP interface. Messages are acknowledged when their posts are stored; one that cannot be taken goes
/// to a queue of its own with the reason, and is acknowledged when it is there. Killed anywhere, messages come again, and a post again changes nothing.
/// </summary>
internal sealed class QueuedPosts(WorkspaceRegistry workspaces, ErasureReceipts erasures, WorkNotices notices, TimeProvider clock)
{
    /// <summary>Ending of the queue for what cannot be taken.</summary>
    public const string RejectedEnding = ".rejected";

    /// <summary>Header with the reason.</summary>
    public const string ReasonHeader = "x-reason";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Stores a batch and acknowledges it.</summary>
    public async Task StoreAsync(IChannel channel, QueueOptions queue, IReadOnlyList<ArrivedMessage> batch, CancellationToken cancellationToken)
    {
        var reader = new PostReader(queue.Source, clock, idsMayRepeat: true);
        var rows = batch.Select((message, i) => Read(reader, queue.Source, i + 1, message)).ToAsyncEnumerable();
        var live = workspaces.Open(queue.Workspace);
        await foreach (var answers in new PostIntake(live, erasures, clock) { GoesOn = true }.TakeAsync(queue.Source, rows, cancellationToken))
        {
            notices.Tell(new PostsArrived(live.Name));
            foreach (var answer in answers.Where(answer => answer.Outcome == RowOutcome.Rejected))
            {
                await RejectAsync(channel, queue, batch[(int)answer.Line - 1], answer.Reason!, cancellationToken);
            }
        }

        await channel.BasicAckAsync(batch[^1].Tag, multiple: true, cancellationToken);
    }

    private static SourceRow Read(PostReader reader, string source, int line, ArrivedMessage message)
    {
        if (message.Body.Length > PostBody.RecordBytes)
        {
            return SourceRow.Reject(source, line, "The record is longer than 1 MiB.");
        }

        try
        {
            return reader.Read(line, Strict.GetString(message.Body), message.Id);
        }
        catch (DecoderFallbackException)
        {
            return SourceRow.Reject(source, line, "The record is not UTF-8.");
        }
    }

    private static async Task RejectAsync(IChannel channel, QueueOptions queue, ArrivedMessage message, string reason, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties { Persistent = true, MessageId = message.Id, Headers = new Dictionary<string, object?> { [ReasonHeader] = reason } };
        await channel.BasicPublishAsync("", queue.Name + RejectedEnding, mandatory: true, properties, message.Body, cancellationToken);
    }
}
