using TextSeg.Engine.Access;
using TextSeg.Server.Access.OpenId;

namespace TextSeg.Server.Tests.Access.OpenId;

public sealed class ProviderOptionsTests
{
    [Fact]
    public void AllFaultsAreToldAtOnce()
    {
        var faults = new ProviderOptions { Authority = "http://elsewhere.example", Roles = { ["leads"] = "king" } }.Faults().ToArray();
        faults.Length.ShouldBe(4);
        faults[0].ShouldContain("https://");
        faults[^1].ShouldContain("'king'");
        new ProviderOptions { Authority = "https://id.example", ClientId = "a", ClientSecret = "b" }.Faults().Single().ShouldContain("nobody could come in");
        new ProviderOptions().Faults().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("administrator", true)]
    [InlineData("Reader@forum", true)]
    [InlineData("analyst@Not A Name", false)]
    [InlineData("analyst@", false)]
    [InlineData("2", false)]
    [InlineData("", false)]
    public void ARoleIsANameAndPerhapsAWorkspace(string role, bool isGood)
    {
        var options = new ProviderOptions { Authority = "https://id.example", ClientId = "a", ClientSecret = "b", Roles = { ["leads"] = role } };
        options.Faults().Any().ShouldBe(!isGood);
    }

    [Fact]
    public void OfSeveralGroupsTheWidestCounts()
    {
        var options = new ProviderOptions { Roles = { ["a"] = "reader", ["b"] = "administrator@forum", ["c"] = "analyst" } };
        options.RoleOf(["a", "b", "c"]).ShouldBe((Role.Analyst, null));
        options.RoleOf(["b"]).ShouldBe((Role.Administrator, "forum"));
        options.RoleOf(["d"]).ShouldBeNull();
    }
}
