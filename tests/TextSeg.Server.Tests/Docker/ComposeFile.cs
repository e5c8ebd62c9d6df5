using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace TextSeg.Server.Tests.Docker;

/// <summary>docker/compose.yaml as Docker Compose reads it: anchors merged, variables still to be filled in.</summary>
internal sealed partial class ComposeFile
{
    private readonly Dictionary<object, object> _services;

    private ComposeFile(string text)
    {
        var all = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text))));
        _services = (Dictionary<object, object>)all["services"];
        Volumes = [.. ((Dictionary<object, object>)all["volumes"]).Keys.Cast<string>()];
        Variables = [.. Variable().Matches(text).Select(match => match.Groups["name"].Value).Distinct()];
    }

    public string[] Names => [.. _services.Keys.Cast<string>()];

    public string[] Volumes { get; }

    /// <summary>Names of the variables that are filled in.</summary>
    public string[] Variables { get; }

    public static ComposeFile Read() => new(File.ReadAllText(Repository.PathOf("docker/compose.yaml")));

    public Dictionary<object, object> Service(string name) => (Dictionary<object, object>)_services[name];

    public Dictionary<string, string> Environment(string name) =>
        ((Dictionary<object, object>)Service(name)["environment"]).ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "");

    /// <summary>A list of texts; empty where there is none.</summary>
    public static string[] List(Dictionary<object, object> of, string name) => of.TryGetValue(name, out var list) ? [.. ((List<object>)list).Cast<string>()] : [];

    /// <summary>A value with its variables filled in: those that must be set by an invented word, the others by what they are by default.</summary>
    public static string Filled(string value) => Variable().Replace(value, match => match.Groups["rest"].Value.StartsWith(":-", StringComparison.Ordinal) ? match.Groups["rest"].Value[2..] : "invented");

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>[A-Z_]+)(?<rest>[^}]*)\}")]
    private static partial Regex Variable();
}
