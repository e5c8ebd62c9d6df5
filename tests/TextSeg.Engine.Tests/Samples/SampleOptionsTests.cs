using Shouldly;
using TextSeg.Engine.Samples;
using Xunit;

namespace TextSeg.Engine.Tests.Samples;

public sealed class SampleOptionsTests
{
    [Fact]
    public void DefaultsHaveNoFault() => new SampleOptions().Faults().ShouldBeEmpty();

    [Fact]
    public void AllFaultsAreReportedAtOnce()
    {
        var options = new SampleOptions { Members = 3, Posts = 2, Languages = ["en", "en", "xx"] };

        options.Faults().Count.ShouldBe(4);
        var fault = Should.Throw<ArgumentException>(() => new SampleCommunity(options));
        fault.Message.ShouldContain("Members");
        fault.Message.ShouldContain("'xx'");
    }

    [Fact]
    public void OnePostForEachMemberIsEnough() =>
        new SampleCommunity(new SampleOptions { Members = 50, Posts = 50 }).Posts().Select(post => post.Member).Distinct().Count().ShouldBe(50);
}
