using TextSeg.Engine.Storage;
using TextSeg.Engine.Topics;
using TextSeg.Mining.Profiles;

namespace TextSeg.Engine.Profiles;

/// <summary>The corpus stage that makes each member's profile: what they write about, how, when, with whom and in which language.</summary>
public sealed class ProfileStage(Workspace workspace, ProfileOptions options)
{
    /// <summary>The posts with what profiles are made of, the profiles, and the rule that they were made by.</summary>
    public (ProfileInput Posts, ProfileTable Profiles, ProfileModel Model) Run(MiningCorpus corpus, TopicFindings topics, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Begin("profiles");
        var posts = ProfileInputReader.Read(workspace, corpus, topics.Tree, cancellationToken);
        var model = ProfileModel.Fit(posts, options);
        return (posts, model.Apply(posts), model);
    }
}
