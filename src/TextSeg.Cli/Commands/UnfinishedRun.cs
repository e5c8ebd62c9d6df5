using TextSeg.Engine.Standalone;
using TextSeg.Mining.Topics;

namespace TextSeg.Cli.Commands;

/// <summary>Where <c>textseg topics</c> keeps its finished steps until its result is whole: a folder beside the result.</summary>
internal static class UnfinishedRun
{
    private const string Ending = ".unfinished";

    /// <summary>Opens the folder of a result; tells on standard error when an earlier run left steps to go on from.</summary>
    public static StepFolder Open(string result) => result.StartsWith("/dev/", StringComparison.Ordinal)
        ? StepFolder.Temporary()
        : StepFolder.Open(result + Ending, steps => Console.Error.WriteLine($"An earlier run was stopped; this one goes on after: {string.Join(", ", steps)}."));

    /// <summary>All that the steps depend on beside the posts.</summary>
    public static string Settings(TopicOptions options, string model) =>
        FormattableString.Invariant($"{model} | {options.Clusterer.Describe(options.Level)} | level {options.Level} | seed {options.Seed} | {VersionOf<TopicJob>()} | {VersionOf<TopicOptions>()}");

    // Another build may find something else in a step.
    private static Guid VersionOf<T>() => typeof(T).Assembly.ManifestModule.ModuleVersionId;
}
