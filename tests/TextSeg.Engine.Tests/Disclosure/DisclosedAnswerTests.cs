using TextSeg.Engine.Disclosure;
using TextSeg.Engine.Queries;

namespace TextSeg.Engine.Tests.Disclosure;

public sealed class DisclosedAnswerTests
{
    private static readonly SearchAnswer Answer = new(
        "kettle", 100, 9, 3, 9.5, new SearchLegs(9, 4), [Hit(1, "t1"), Hit(2, "t2")], [new SearchTopic("t1", "Kettles", 6), new SearchTopic("t2", "Lamps", 3)]);

    [Fact]
    public void TooFewMembersAreNotCountedAndHiddenTopicsAreNotNamed()
    {
        var shown = DisclosedAnswer.Of(Answer, new HashSet<string> { "t2" }, 5, showsMembers: true);
        shown.Members.ShouldBeNull();
        shown.Topics.Select(topic => topic.Id).ShouldBe(["t1"]);
        shown.Hits.Select(hit => hit.Topic).ShouldBe(["t1", null]);
        shown.Hits.Select(hit => hit.Member).ShouldBe([1L, 2L]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void NobodyAndEnoughMembersAreTold(int members) =>
        DisclosedAnswer.Of(Answer with { Members = members }, new HashSet<string>(), 5, showsMembers: true).Members.ShouldBe(members);

    [Fact]
    public void AuthorsCannotBeCountedByWhoMayNotLookAtThem() =>
        DisclosedAnswer.Of(Answer, new HashSet<string>(), 5, showsMembers: false).Hits.ShouldAllBe(hit => hit.Member == null);

    private static SearchHit Hit(long member, string topic) => new(member, "api", $"{member}", 0.9, ["meaning"], "The kettle leaks.", "en", member, null, topic);
}
