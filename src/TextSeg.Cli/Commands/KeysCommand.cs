using System.CommandLine;
using System.Globalization;
using TextSeg.Cli.Output;
using TextSeg.Engine;
using TextSeg.Engine.Access;
using TextSeg.Server;

namespace TextSeg.Cli.Commands;

/// <summary><c>textseg keys</c>: keys of the service, for whoever may write its data folder.</summary>
internal static class KeysCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What people call the key." };
    private static readonly Argument<long> Id = new("ID") { Description = "Number of the key, as 'textseg keys list' shows it." };
    private static readonly Option<Role> Role = new("--role") { Description = "reader looks and searches; analyst also brings posts in, mines and edits; administrator may do all.", DefaultValueFactory = _ => Engine.Access.Role.Reader };
    private static readonly Option<string?> Workspace = new("--workspace") { Description = "The one workspace that it opens (default: all)." };
    private static readonly Option<int?> Days = new("--days") { Description = "Days until it ends (default: never)." };
    private static readonly Option<string> Address = new("--urls") { Description = "Where the service listens.", DefaultValueFactory = _ => new ServiceOptions().Urls };
    private static readonly Option<bool> Json = Verb.JsonOption();

    static KeysCommand() => Days.Validators.Add(result => InputOptions.Require(result, result.GetValueOrDefault<int?>() is null or (>= 1 and <= 36_500), "Days must be 1 to 36,500."));

    public static Command Create() => new("keys", "Give keys to the service, list them, take them back.")
    {
        new Command("add", "Make a key; its secret is printed once and kept nowhere.") { Name, Role, Workspace, Days, Json }.With(ServiceSettings.OfStorage).Does(AddAsync),
        new Command("list", "List keys, the newest first.") { Json }.With(ServiceSettings.OfStorage).Does(ListAsync),
        new Command("revoke", "Take a key back, at once.") { Id }.With(ServiceSettings.OfStorage).Does(RevokeAsync),
        new Command("link", "Print a link that signs an administrator in once, within a day.") { Address }.With(ServiceSettings.OfStorage).Does(LinkAsync),
    };

    private static AccessKeys Open(ParseResult parsed) => new(ServiceConfiguration.OpenCatalog(ServiceSettings.Given(parsed)), TimeProvider.System);

    private static async Task AddAsync(ParseResult parsed, CancellationToken cancellation)
    {
        DateTimeOffset? ends = parsed.GetValue(Days) is { } days ? TimeProvider.System.GetUtcNow().AddDays(days) : null;
        var wanted = new NewAccessKey(AccessKeyKind.Key, parsed.GetValue(Name)!, parsed.GetValue(Role)) { Workspace = parsed.GetValue(Workspace), ExpiresAt = ends };
        var (secret, key) = await Open(parsed).CreateAsync(wanted, cancellation);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(new { secret, key });
            return;
        }

        await Console.Error.WriteLineAsync($"Key {key.Id} '{key.Name}' is made. Its secret follows, this once:");
        await Console.Out.WriteLineAsync(secret);
    }

    private static async Task ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var keys = await Open(parsed).ListAsync(cancellation);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(keys);
            return;
        }

        var table = new FigureTable("Key", "Name", "Begins with", "Role", "Workspace", "Ends", "Last used", "State");
        foreach (var key in keys)
        {
            table.Row(
                key.Id.ToString(CultureInfo.InvariantCulture), key.Name, key.Prefix, key.Role.ToString().ToLowerInvariant(), key.Workspace ?? "all", Day(key.ExpiresAt, "never"), Day(key.LastUsedAt, "never"),
                key.RevokedAt is not null ? "taken back" : key.ExpiresAt <= TimeProvider.System.GetUtcNow() ? "ended" : "good");
        }

        table.Print();
    }

    private static async Task RevokeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!await Open(parsed).RevokeAsync(parsed.GetValue(Id), cancellation))
        {
            throw new JobException($"There is no key {parsed.GetValue(Id)}: textseg keys list shows them.") { IsWrongUse = true };
        }

        await Console.Out.WriteLineAsync($"Key {parsed.GetValue(Id)} opens nothing any more.");
    }

    private static async Task LinkAsync(ParseResult parsed, CancellationToken cancellation) =>
        await Console.Out.WriteLineAsync(await SignInLink.CreateAsync(Open(parsed), parsed.GetValue(Address)!.Split(';')[0], TimeProvider.System, cancellation));

    private static string Day(DateTimeOffset? time, string otherwise) => time?.ToLocalTime().ToString("d", CultureInfo.CurrentCulture) ?? otherwise;
}
