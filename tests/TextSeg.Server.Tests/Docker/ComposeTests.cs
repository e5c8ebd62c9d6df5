using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace TextSeg.Server.Tests.Docker;

/// <summary>Holds docker/compose.yaml against the options of the service, where no Docker engine is at hand.</summary>
public sealed partial class ComposeTests
{
    private const string Prefix = "TEXTSEG_";
    private static readonly string[] Own = ["api", "worker"];
    private readonly ComposeFile _compose = ComposeFile.Read();

    [Fact]
    public void SettingsOfOurServicesAreKnownAndGood()
    {
        foreach (var name in Own)
        {
            var settings = _compose.Environment(name).Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), pair => (string?)ComposeFile.Filled(pair.Value));
            settings.Keys.ShouldAllBe(key => IsKnown(typeof(ServiceOptions), key.Split(':', StringSplitOptions.None)));
            var options = new ServiceOptions();
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build().Bind(options);
            options.Faults().ShouldBeEmpty(name);
            WorkerHost.Faults(options).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void OurServicesRunWithoutRightsOverAFileSystemThatTheyCannotWrite()
    {
        foreach (var service in Own.Select(name => _compose.Service(name)))
        {
            service["read_only"].ShouldBe("true");
            ComposeFile.List(service, "cap_drop").ShouldBe(["ALL"]);
            ComposeFile.List(service, "security_opt").ShouldContain("no-new-privileges:true");
            ComposeFile.List(service, "volumes").ShouldContain("data:/data");
            ComposeFile.List(service, "command")[0].ShouldBeOneOf("serve", "worker");
        }

        ((Dictionary<object, object>)_compose.Service("worker")["deploy"])["replicas"].ShouldBe("2");
    }

    [Fact]
    public void EachServiceHasAPinnedImageAHealthCheckAndVolumesThatAreDeclared()
    {
        _compose.Names.ShouldBe(["api", "worker", "postgres", "rabbitmq", "qdrant"]);
        foreach (var (name, service) in _compose.Names.Select(name => (name, _compose.Service(name))))
        {
            PinnedImage().IsMatch((string)service["image"]).ShouldBeTrue($"{name}: {service["image"]}");
            ComposeFile.List((Dictionary<object, object>)service["healthcheck"], "test")[0].ShouldBe("CMD", name);
            ComposeFile.List(service, "volumes").Select(volume => volume.Split(':')[0]).ShouldBeSubsetOf(_compose.Volumes);
            ((service.GetValueOrDefault("depends_on") as Dictionary<object, object>)?.Keys.Cast<string>() ?? []).ShouldBeSubsetOf(_compose.Names);
            ComposeFile.List(service, "ports").ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void NoSecretStandsInTheFilesAndEachIsAskedFor()
    {
        var example = File.ReadAllLines(Repository.PathOf("docker/.env.example")).Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        _compose.Variables.ShouldBeSubsetOf(example.Keys);
        example.Values.ShouldAllBe(value => value.Length == 0);
        foreach (var (name, value) in _compose.Names.SelectMany(_compose.Environment).Where(pair => Secret().IsMatch(pair.Key)))
        {
            value.ShouldStartWith("${", customMessage: name);
            value.ShouldContain(":?", customMessage: $"{name} must be asked for");
        }
    }

    private static bool IsKnown(Type options, string[] path) =>
        options.GetProperties().FirstOrDefault(property => property.Name.Equals(path[0], StringComparison.OrdinalIgnoreCase)) is { } found && (path.Length == 1 || IsKnown(found.PropertyType, path[1..]));

    [GeneratedRegex(@"^[a-z/]+:v?\d+\.\d+(\.\d+)?(-[a-z0-9]+)?$")]
    private static partial Regex PinnedImage();

    [GeneratedRegex("PASS|KEY$|Key$")]
    private static partial Regex Secret();
}
