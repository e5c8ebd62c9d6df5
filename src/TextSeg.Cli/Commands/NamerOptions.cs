using System.CommandLine;
using System.Globalization;
using TextSeg.Engine;
using TextSeg.Engine.Naming;
using TextSeg.Engine.Storage;

namespace TextSeg.Cli.Commands;

/// <summary>Who names segments: key phrases, or a chat model at an endpoint that the user gives. The key comes from the environment only.</summary>
internal static class NamerOptions
{
    private const string Phrases = "phrases";
    private const string Chat = "chat";

    private static readonly Option<string> Namer = new("--namer") { Description = "Who names segments: phrases (of the members, no network) or chat (a chat model; see README on privacy).", DefaultValueFactory = _ => Phrases };
    private static readonly Option<string?> Address = new("--chat-address") { Description = "OpenAI-compatible endpoint, for example http://localhost:11434/v1 (default: TEXTSEG_CHAT_ADDRESS); its key is read from TEXTSEG_CHAT_KEY." };
    private static readonly Option<string?> Model = new("--chat-model") { Description = "The chat model's name there (default: TEXTSEG_CHAT_MODEL)." };
    private static readonly Option<string> Language = new("--chat-language") { Description = "Language of names, ISO 639-1.", DefaultValueFactory = _ => "en" };
    private static readonly Option<int> Calls = new("--chat-calls") { Description = "Calls that one run may make.", DefaultValueFactory = _ => new ChatNamerOptions().MostCalls };
    private static readonly Option<int> Tokens = new("--chat-tokens") { Description = "Tokens that one run may use.", DefaultValueFactory = _ => new ChatNamerOptions().MostTokens };

    static NamerOptions() => Namer.AcceptOnlyFromAmong(Phrases, Chat);

    /// <summary>Gives a verb these options.</summary>
    public static Command AddTo(Command command)
    {
        foreach (var option in new Option[] { Namer, Address, Model, Language, Calls, Tokens })
        {
            command.Options.Add(option);
        }

        return command;
    }

    /// <summary>The tools with the namer that was asked for.</summary>
    /// <exception cref="JobException">The chat options have faults; all are named.</exception>
    public static MiningTools Apply(ParseResult parsed, MiningTools tools, Workspace workspace)
    {
        if (parsed.GetValue(Namer) == Phrases)
        {
            return tools;
        }

        var options = new ChatNamerOptions
        {
            Address = parsed.GetValue(Address) ?? Environment.GetEnvironmentVariable("TEXTSEG_CHAT_ADDRESS") ?? "",
            Model = parsed.GetValue(Model) ?? Environment.GetEnvironmentVariable("TEXTSEG_CHAT_MODEL") ?? "",
            Key = Environment.GetEnvironmentVariable("TEXTSEG_CHAT_KEY"),
            Language = parsed.GetValue(Language)!,
            MostCalls = parsed.GetValue(Calls),
            MostTokens = parsed.GetValue(Tokens),
        };
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        var client = new OpenAIChatClient(new Uri(options.Address), options.Model, options.Key);
        return tools with { Namer = new ChatSegmentNamer(client, options, workspace, TimeProvider.System), NameLanguage = options.Language };
    }

    /// <summary>Prints who named and what it cost; nothing where key phrases named as asked.</summary>
    public static void Print(NamingFacts? naming)
    {
        if (naming is not { MostCalls: > 0 })
        {
            return;
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture,
            $"Names: {naming.Names:N0} by {naming.Namer}, {naming.Replaced:N0} made of key phrases in its place; {naming.Struck:N0} statements struck for want of proof."));
        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture,
            $"Asked: {naming.Calls:N0} calls of at most {naming.MostCalls:N0}, {naming.Tokens:N0} tokens of at most {naming.MostTokens:N0}, {naming.Remembered:N0} answers remembered from before."));
        foreach (var note in naming.Notes)
        {
            Console.Error.WriteLine(note);
        }
    }
}
