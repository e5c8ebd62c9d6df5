using System.CommandLine;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Pulling;
using TextSeg.Engine.Sources.Pulling.Discourse;
using TextSeg.Engine.Sources.Pulling.Feeds;
using TextSeg.Engine.Sources.Pulling.Kafka;
using TextSeg.Engine.Sources.Pulling.Zendesk;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg pull</c>: takes in what a server has since the last pull. Keys come from the environment, so that they stand in no list of processes and in no history.</summary>
internal static class PullCommand
{
    private const string DiscourseKey = "TEXTSEG_DISCOURSE_KEY";
    private const string ZendeskToken = "TEXTSEG_ZENDESK_TOKEN";
    private const string KafkaPassword = "TEXTSEG_KAFKA_PASSWORD";

    private static readonly Argument<string> Address = new("URL") { Description = "Address of the server, or of the feed." };
    private static readonly Argument<string> Brokers = new("BROKERS") { Description = "Brokers to begin with, such as kafka1:9092,kafka2:9092." };
    private static readonly Option<string> Topic = new("--topic") { Description = "The topic; each message is one post as a JSON object.", Required = true };
    private static readonly Option<string> Group = new("--group") { Description = "Consumer group to which offsets are committed.", DefaultValueFactory = _ => new KafkaOptions().Group };
    private static readonly Option<bool> Tls = new("--tls") { Description = "Encrypt connections." };
    private static readonly Option<string?> User = new("--user") { Description = "The user that the key, token or password belongs to." };
    private static readonly Option<DateTimeOffset?> Since = new("--since") { Description = "At the first pull, only tickets changed since then (default: all)." };

    public static Command Create() => new("pull", "Take in what a server has since the last pull: a Discourse forum, Zendesk tickets, an RSS or Atom feed, a Kafka topic. Stopped anywhere, the next pull goes on.")
    {
        new Command("discourse", $"Posts of a Discourse forum, back to the first at the first pull. A key from {DiscourseKey} with --user reads what is not public.") { Address, User }.Pulls(Discourse),
        new Command("zendesk", $"Tickets of a Zendesk account; the API token comes from {ZendeskToken}.") { Address, User, Since }.Pulls(Zendesk),
        new Command("rss", "Entries of an RSS or Atom feed.") { Address, InputOptions.Kind }.Pulls(Feed),
        new Command("kafka", $"Posts of a Kafka topic; with --user the password comes from {KafkaPassword}.") { Brokers, Topic, Group, Tls, User, InputOptions.Kind }.Pulls(Kafka),
    };

    private static IPulledSource Discourse(ParseResult parsed, string? name) => new DiscourseSource(
        new DiscourseOptions { Address = parsed.GetValue(Address)!, Name = name, User = parsed.GetValue(User), Key = Environment.GetEnvironmentVariable(DiscourseKey) }, TimeProvider.System);

    private static IPulledSource Zendesk(ParseResult parsed, string? name) => new ZendeskSource(
        new ZendeskOptions
        {
            Address = parsed.GetValue(Address)!, Name = name, User = parsed.GetValue(User) ?? "", Token = Environment.GetEnvironmentVariable(ZendeskToken) ?? "", Since = parsed.GetValue(Since),
        },
        TimeProvider.System);

    private static IPulledSource Feed(ParseResult parsed, string? name) =>
        new FeedSource(new FeedOptions { Address = parsed.GetValue(Address)!, Name = name, Kind = parsed.GetValue(InputOptions.Kind) ?? PostKind.Forum }, TimeProvider.System);

    private static IPulledSource Kafka(ParseResult parsed, string? name) => new KafkaSource(
        new KafkaOptions
        {
            Brokers = parsed.GetValue(Brokers)!, Topic = parsed.GetValue(Topic)!, Group = parsed.GetValue(Group)!, Name = name, Kind = parsed.GetValue(InputOptions.Kind) ?? PostKind.Forum,
            Tls = parsed.GetValue(Tls), User = parsed.GetValue(User), Password = Environment.GetEnvironmentVariable(KafkaPassword),
        },
        TimeProvider.System);
}
