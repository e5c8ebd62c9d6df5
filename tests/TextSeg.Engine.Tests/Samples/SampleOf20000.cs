using TextSeg.Engine.Samples;

namespace TextSeg.Engine.Tests.Samples;

/// <summary>A sample in all languages, made once for all tests that only read it.</summary>
public sealed class SampleOf20000
{
    public const int MemberCount = 2_000;
    public const int PostCount = 20_000;

    public SampleOf20000()
    {
        Community = new SampleCommunity(new SampleOptions
        {
            Members = MemberCount, Posts = PostCount, Languages = SampleOptions.KnownLanguages, Seed = 11,
        });
        Posts = [.. Community.Posts()];
    }

    public SampleCommunity Community { get; }

    public IReadOnlyList<SamplePost> Posts { get; }
}
