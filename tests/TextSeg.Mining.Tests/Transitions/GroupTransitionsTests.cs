using TextSeg.Mining.Transitions;

namespace TextSeg.Mining.Tests.Transitions;

public sealed class GroupTransitionsTests
{
    [Fact]
    public void AGroupThatKeepsMostOfItsItemsStayed() =>
        Find(["a"], ["x"], ("a", "x", 60), ("a", null, 40)).ShouldBe(["Stayed a -> x 60"]);

    [Fact]
    public void AGroupOfWhichNoGroupHoldsHalfWent() =>
        Find(["a"], ["x"], ("a", "x", 40), ("a", null, 60)).ShouldBe(["Went a ->  0", "Came  -> x 0"]);

    [Fact]
    public void AGroupIsSplitAlsoWhereOnePartHoldsMoreThanHalf() =>
        Find(["a"], ["x", "y"], ("a", "x", 60), ("a", "y", 40)).ShouldBe(["Split a -> x,y 100"]);

    [Fact]
    public void APartThatIsMostlyOfAnotherGroupIsNoPart() =>
        Find(["a", "b"], ["x", "y"], ("a", "x", 60), ("a", "y", 40), ("b", "y", 500)).ShouldBe(["Stayed a -> x 60", "Stayed b -> y 500"]);

    [Fact]
    public void GroupsWhoseItemsAreInOneNowMerged() =>
        Find(["a", "b"], ["x"], ("a", "x", 10), ("b", "x", 90)).ShouldBe(["Merged a,b -> x 100"]);

    [Fact]
    public void TheOrderOfWhatIsGivenDoesNotMatter()
    {
        (string, string?, int)[] overlaps = [("a", "x", 30), ("a", "y", 30), ("b", "x", 2), ("b", "z", 20), ("c", "z", 19), ("c", null, 3)];
        var there = Find(["a", "b", "c"], ["x", "y", "z", "w"], overlaps);
        Find(["c", "b", "a"], ["w", "z", "y", "x"], [.. overlaps.Reverse()]).ShouldBe(there);
        there.ShouldBe(["Split a -> x,y 60", "Merged b,c -> z 39", "Came  -> w 0"]);
    }

    [Theory]
    [InlineData(100, 1_000, 200, 1_000, 1)]
    [InlineData(200, 1_000, 100, 1_000, -1)]
    [InlineData(100, 1_000, 200, 2_000, 0)]
    [InlineData(4, 1_000, 6, 1_000, 0)]
    [InlineData(10_000, 100_000, 11_000, 100_000, 0)]
    [InlineData(0, 0, 5, 10, 0)]
    public void AShareChangesOnlyByAQuarterAndBeyondChance(int before, int allBefore, int after, int allAfter, int expected) =>
        ShareChange.Of(before, allBefore, after, allAfter).ShouldBe(expected);

    private static string[] Find(string[] before, string[] after, params (string Before, string? After, int Items)[] overlaps) =>
        [.. GroupTransitions.Find(before, after, [.. overlaps.Select(overlap => new GroupOverlap(overlap.Before, overlap.After, overlap.Items))])
            .Select(found => $"{found.Kind} {string.Join(',', found.Before)} -> {string.Join(',', found.After)} {found.Shared}")];
}
