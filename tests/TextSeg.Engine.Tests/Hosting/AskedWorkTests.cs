using TextSeg.Engine.Hosting;

namespace TextSeg.Engine.Tests.Hosting;

public sealed class AskedWorkTests
{
    private readonly AskedWork _work = new();

    [Fact]
    public void OneWorksAndLooksAgainForThoseWhoAskedMeanwhile()
    {
        _work.Ask().ShouldBeTrue();
        _work.Look();
        _work.Ask().ShouldBeFalse();
        _work.Ask().ShouldBeFalse();
        _work.IsDone().ShouldBeFalse("two asked after the look");
        _work.Look();
        _work.IsDone().ShouldBeTrue();
        _work.Ask().ShouldBeTrue("nobody is at work");
    }

    [Fact]
    public void AfterAFaultTheNextWhoAsksDoesTheWork()
    {
        _work.Ask();
        _work.Ask();
        _work.GiveUp();
        _work.Ask().ShouldBeTrue();
    }
}
