using System.CommandLine;
using TextSeg.Engine;
using TextSeg.Mining.Clustering;

namespace TextSeg.Cli.Commands;

/// <summary>How the user chooses a clusterer: for topics, and under names that begin with "segment-" for segments.</summary>
internal sealed class ClustererOptions
{
    public static readonly ClustererOptions OfTopics = new("", "topics", "posts");
    public static readonly ClustererOptions OfSegments = new("segment-", "segments", "members");

    private readonly Option<string> _name;
    private readonly Option<int?> _wanted;
    private readonly Option<int?> _smallest;
    private readonly Option<double?> _radius;

    private ClustererOptions(string prefix, string groups, string nodes)
    {
        _name = new($"--{prefix}clusterer") { Description = $"How {groups} are found: {string.Join(", ", ClustererCatalog.Names)}.", DefaultValueFactory = _ => ClustererCatalog.Graph };
        _wanted = new($"--{prefix}k") { Description = $"Number of {groups} (default: found from the data). graph takes the nearest that the data holds; hdbscan and dbscan find their own." };
        _smallest = new($"--{prefix}min-cluster-size") { Description = $"hdbscan: fewest {nodes} in a group (default: grows with their number)." };
        _radius = new($"--{prefix}eps") { Description = "dbscan: radius as a cosine distance, above 0 to 2 (default: read off the distances to near neighbours)." };
    }

    /// <summary>Adds the options to a verb.</summary>
    public Command AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_wanted);
        command.Add(_smallest);
        command.Add(_radius);
        return command;
    }

    /// <summary>What the user chose, and the number of groups that was asked for.</summary>
    /// <exception cref="JobException">The choice has faults.</exception>
    public (ClustererChoice Choice, int? Wanted) Read(ParseResult parsed)
    {
        var choice = new ClustererChoice { Name = parsed.GetValue(_name)!, SmallestGroup = parsed.GetValue(_smallest), Radius = parsed.GetValue(_radius) };
        var wanted = parsed.GetValue(_wanted);
        List<string> faults = [.. choice.Faults(wanted)];
        if (wanted < 1)
        {
            faults.Add($"{_wanted.Name} {wanted} is not a number of groups: give at least 1");
        }

        return faults.Count == 0 ? (choice, wanted) : throw new JobException($"{_name.Name} {choice.Name}: {string.Join("; ", faults)}.") { IsWrongUse = true };
    }
}
