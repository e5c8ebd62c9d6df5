using System.Text;
using Confluent.Kafka;
using TextSeg.Engine.Sources.Tables;

namespace TextSeg.Engine.Sources.Pulling.Kafka;

/// <summary>
/// Posts of a Kafka topic, one JSON object a message with the fields of <see cref="PostFields"/>. The cursor holds the offsets and is the truth; they are committed to the group when the
/// next page is asked for, that is when the posts are stored. A message without an id is known by its partition and offset, so what comes twice stays one post.
/// </summary>
public sealed class KafkaSource : IPulledSource, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private readonly KafkaOptions _options;
    private readonly TimeProvider _clock;
    private readonly PostReader _reader;
    private readonly IConsumer<Ignore, byte[]?> _consumer;
    private string? _given;
    private int _assigned;

    /// <exception cref="JobException">The options have faults; all are named.</exception>
    public KafkaSource(KafkaOptions options, TimeProvider clock)
    {
        PullFaults.Require(options.Faults());
        (_options, _clock, Name) = (options, clock, options.Name ?? options.Topic);
        _reader = new PostReader(Name, clock, options.Kind, idsMayRepeat: true);
        _consumer = KafkaConsumer.Create(options);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Task<PulledPage> PullAsync(string? cursor, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return Pull(cursor, cancellationToken);
            }
            catch (KafkaException fault)
            {
                throw new JobException($"The Kafka topic cannot be read ({fault.Error.Code}): check brokers, topic and rights. What was taken is kept; the next pull goes on from there.", fault);
            }
        },
        cancellationToken);

    public void Dispose() => _consumer.Dispose();

    private PulledPage Pull(string? cursor, CancellationToken cancellationToken)
    {
        var next = KafkaCursor.Read(cursor);
        if (next.Count > 0)
        {
            _consumer.Commit(next.Select(pair => new TopicPartitionOffset(_options.Topic, pair.Key, pair.Value)));
        }

        var partitions = KafkaConsumer.Partitions(_consumer, _options);
        var known = next.Count;
        var ends = Ends(partitions, next);
        if (_given is null || cursor != _given || partitions.Count != _assigned || next.Count != known)
        {
            _consumer.Assign(partitions.Select(partition => new TopicPartitionOffset(_options.Topic, partition, next.TryGetValue(partition, out var offset) ? offset : Offset.Beginning)));
            _assigned = partitions.Count;
        }

        // Null while a page is taken: one that is given up half way is begun again at its cursor.
        _given = null;
        var rows = Take(next, ends, cancellationToken);
        _given = KafkaCursor.Write(next);
        return new PulledPage(rows, _given, ends.Count > 0);
    }

    /// <summary>The partitions that hold more than was taken, with the offset after their last message. One that ends before what was taken was made anew: it is read from its beginning.</summary>
    private Dictionary<int, long> Ends(IReadOnlyList<int> partitions, SortedDictionary<int, long> next)
    {
        var ends = new Dictionary<int, long>();
        foreach (var partition in partitions)
        {
            var marks = _consumer.QueryWatermarkOffsets(new TopicPartition(_options.Topic, partition), _options.Timeout);
            if (next.TryGetValue(partition, out var taken) && taken > marks.High)
            {
                next.Remove(partition);
            }

            if (marks.High > Math.Max(marks.Low, next.GetValueOrDefault(partition)))
            {
                ends[partition] = marks.High;
            }
        }

        return ends;
    }

    /// <summary>Takes messages until the page is full or all partitions are at their ends; those are taken out of <paramref name="ends"/>.</summary>
    private List<SourceRow> Take(SortedDictionary<int, long> next, Dictionary<int, long> ends, CancellationToken cancellationToken)
    {
        List<SourceRow> rows = [];
        var heard = _clock.GetTimestamp();
        while (ends.Count > 0 && rows.Count < _options.PageMessages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_consumer.Consume(Poll) is not { } result)
            {
                RequireBrokers(heard);
                continue;
            }

            heard = _clock.GetTimestamp();
            next[result.Partition] = result.Offset + (result.IsPartitionEOF ? 0 : 1);
            if (!result.IsPartitionEOF)
            {
                rows.Add(Row(result));
            }

            if (result.IsPartitionEOF || (ends.TryGetValue(result.Partition, out var end) && next[result.Partition] >= end))
            {
                ends.Remove(result.Partition);
            }
        }

        return rows;
    }

    private void RequireBrokers(long heard)
    {
        if (_clock.GetElapsedTime(heard) > _options.Timeout)
        {
            throw new KafkaException(ErrorCode.Local_TimedOut);
        }
    }

    private SourceRow Row(ConsumeResult<Ignore, byte[]?> message) => message.Message.Value is { Length: > 0 } value
        ? _reader.Read(message.Offset.Value, Encoding.UTF8.GetString(value), $"{message.Partition.Value}-{message.Offset.Value}")
        : SourceRow.Reject(Name, message.Offset.Value, "The message is empty.");
}
