using TextSeg.Engine.Disclosure;

namespace TextSeg.Engine.Tests.Disclosure;

public sealed class SmallGroupsTests
{
    [Fact]
    public void GroupsOfEnoughMembersAreAllShown() =>
        SmallGroups.Hidden([new("a", null, 5), new("b", null, 9), new("a1", "a", 5)], 5).ShouldBeEmpty();

    [Fact]
    public void ASmallGroupIsNeverHiddenAlone() =>
        SmallGroups.Hidden([new("a", null, 30), new("a1", "a", 3), new("a2", "a", 8), new("a3", "a", 19)], 5).ShouldBe(["a1", "a2"], ignoreOrder: true);

    [Fact]
    public void WhatIsHiddenTogetherHasEnoughMembers() =>
        SmallGroups.Hidden([new("a", null, 30), new("a1", "a", 1), new("a2", "a", 2), new("a3", "a", 7), new("a4", "a", 20)], 5).ShouldBe(["a1", "a2", "a3"], ignoreOrder: true);

    [Fact]
    public void WhatLiesUnderAHiddenGroupIsHidden() =>
        SmallGroups.Hidden([new("a", null, 4), new("b", null, 6), new("c", null, 50), new("a1", "a", 4), new("b1", "b", 6)], 5).ShouldBe(["a", "b", "a1", "b1"], ignoreOrder: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AParentLessItsShownChildrenNeverLeavesASmallGroup(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 200; trial++)
        {
            var children = Enumerable.Range(0, random.Next(1, 9)).Select(i => new GroupSize($"c{i}", "p", random.Next(1, 20))).ToArray();
            var hidden = SmallGroups.Hidden([new GroupSize("p", null, children.Sum(child => child.Members)), .. children], 5);
            if (hidden.Contains("p"))
            {
                continue;
            }

            children.Where(child => child.Members < 5).ShouldAllBe(child => hidden.Contains(child.Id));
            var left = children.Where(child => hidden.Contains(child.Id)).Sum(child => child.Members);
            (left == 0 || left >= 5 || left == children.Sum(child => child.Members)).ShouldBeTrue();
            (hidden.Count != 1 || children.Length == 1).ShouldBeTrue();
        }
    }
}
