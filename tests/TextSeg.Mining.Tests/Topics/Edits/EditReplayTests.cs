using TextSeg.Mining.Topics;
using TextSeg.Mining.Topics.Edits;

namespace TextSeg.Mining.Tests.Topics.Edits;

public sealed class EditReplayTests
{
    [Fact]
    public void ANameFollowsItsPostsToTheTopicThatHasThemNow()
    {
        var forest = Forest(30, [Range(10, 30), Range(0, 10)]);
        Replay(forest, Rename(Range(0, 8), known: 8)).Single().State.ShouldBe(EditState.Holds);
        forest.Find("t1-2")!.GivenName.ShouldBe("Name");
        forest.Find("t1-1")!.GivenName.ShouldBeNull();
    }

    [Fact]
    public void ANameOfATopicThatFellApartIsAConflictThatSaysWhereItsPostsAre()
    {
        var forest = Forest(10, [Range(0, 5), Range(5, 10)]);
        var result = Replay(forest, Rename(Range(0, 10), known: 10)).Single();
        result.State.ShouldBe(EditState.Conflict);
        result.Why!.ShouldContain("t1-1 (50 %), t1-2 (50 %)");
        forest.Topics.ShouldAllBe(topic => topic.GivenName == null);
    }

    [Fact]
    public void ANameOfATopicThatALargerOneSwallowedIsAConflict() =>
        Replay(Forest(30, [Range(0, 30)]), Rename(Range(0, 10), known: 30)).Single().State.ShouldBe(EditState.Conflict);

    [Fact]
    public void MergedTopicsAreMergedAgainWithTheirFragments()
    {
        var forest = Forest(30, [Range(0, 7), Range(7, 10), Range(10, 20), Range(20, 30)]);
        var merge = new TopicEdit(1, EditVerb.Merge, [Range(0, 10), Range(10, 20)]) { Known = 30 };
        Replay(forest, merge).Single().State.ShouldBe(EditState.Holds);
        Range(0, 20).Select(row => forest.TopicOf(row)!.Id).Distinct().ShouldHaveSingleItem();
        forest.Topics.Count.ShouldBe(2);
    }

    [Fact]
    public void ASplitTopicIsDividedAgainAndNewPostsGoToTheNearerPart()
    {
        // Rows 0 to 4 and 20 to 22 point one way, 5 to 9 and 23 to 29 another.
        var forest = Forest(30, [[.. Range(0, 10), .. Range(20, 30)], Range(10, 20)]);
        var split = new TopicEdit(1, EditVerb.Split, [Range(0, 5), Range(5, 10)]) { Known = 20 };
        Replay(forest, split, row => row < 5 || row is >= 20 and < 23 ? 0 : row is >= 10 and < 20 ? 1 : 2).Single().State.ShouldBe(EditState.Holds);
        forest.RowsOf(forest.TopicOf(0)!).ShouldBe([.. Range(0, 5), .. Range(20, 23)]);
        forest.RowsOf(forest.TopicOf(5)!).ShouldBe([.. Range(5, 10), .. Range(23, 30)]);
    }

    [Fact]
    public void PartsThatALargerTopicSwallowedAreTakenOutOfIt()
    {
        var forest = Forest(40, [Range(0, 40)]);
        var split = new TopicEdit(1, EditVerb.Split, [Range(0, 5), Range(5, 10)]) { Known = 40 };
        Replay(forest, split, row => row < 5 ? 0 : row < 10 ? 1 : 2).Single().State.ShouldBe(EditState.Holds);
        forest.RowsOf(forest.Find("t1-1")!).ShouldBe(Range(10, 40));
        forest.Topics.Count.ShouldBe(3);
    }

    [Fact]
    public void LevelsStayInsideOneAnotherWhateverIsChanged()
    {
        const int seed = 3;
        var random = new Random(seed);
        var forest = ThreeLevels();
        var edits = Enumerable.Range(1, 40).Select(number => random.Next(3) switch
        {
            0 => new TopicEdit(number, EditVerb.Merge, [Range(0, 6), Range(random.Next(1, 9) * 6, 60)]) { Known = 60 },
            1 => new TopicEdit(number, EditVerb.Apart, [[.. Range(0, 60).Where(row => row % 2 == 0)], [.. Range(0, 60).Where(row => row % 2 == 1)]]) { Known = 60 },
            _ => new TopicEdit(number, EditVerb.Move, [[random.Next(60)], Range(random.Next(9) * 6, 60)]) { Known = 60, IsPost = [true] },
        }).ToArray();
        Replay(forest, edits, row => row % 5);
        for (var row = 0; row < 60; row++)
        {
            forest.LeafOf(row)!.Parent.ShouldBe(forest.TopicOf(row), $"row {row}, seed {seed}");
            forest.At(row, 0).ShouldBe(forest.TopicOf(row)!.Parent, $"row {row}, seed {seed}");
        }

        forest.Topics.ShouldAllBe(topic => forest.RowsOf(topic).Length > 0);
        forest.Topics.Select(topic => topic.Id).ShouldBeUnique();
    }

    private static IReadOnlyList<EditResult> Replay(TopicForest forest, TopicEdit edit, Func<int, int>? axisOf = null) => Replay(forest, [edit], axisOf);

    private static IReadOnlyList<EditResult> Replay(TopicForest forest, TopicEdit[] edits, Func<int, int>? axisOf)
    {
        var values = new float[forest.Rows * 8];
        for (var row = 0; row < forest.Rows; row++)
        {
            values[(row * 8) + (axisOf?.Invoke(row) ?? 0)] = 1;
        }

        var input = new TopicInput(new VectorTable(8, values)) { TextKeyOf = [.. Range(0, forest.Rows).Select(row => (long)row)], StableKeyOf = [.. Range(0, forest.Rows).Select(row => (ulong)row)] };
        return new EditReplay(forest, new CentredPosts(input)).Run(edits);
    }

    private static TopicEdit Rename(int[] posts, int known) => new(1, EditVerb.Rename, [posts]) { Known = known, Name = "Name" };

    private static TopicForest Forest(int rows, int[][] topics)
    {
        var forest = new TopicForest(rows, 0, 0);
        for (var place = 0; place < topics.Length; place++)
        {
            var topic = forest.Add(TopicIds.Of(0, place), 0, null);
            Array.ForEach(topics[place], row => forest.Place(row, topic, topic));
        }

        return forest;
    }

    private static TopicForest ThreeLevels()
    {
        var forest = new TopicForest(60, 1, 2);
        var coarse = Range(0, 3).Select(place => forest.Add(TopicIds.Of(0, place), 0, null)).ToArray();
        var topics = Range(0, 10).Select(place => forest.Add(TopicIds.Of(1, place), 1, coarse[place % 3])).ToArray();
        var leaves = Range(0, 20).Select(place => forest.Add(TopicIds.Of(2, place), 2, topics[place / 2])).ToArray();
        foreach (var row in Range(0, 60))
        {
            forest.Place(row, topics[row / 6], leaves[row / 3]);
        }

        return forest;
    }

    private static int[] Range(int from, int to) => [.. Enumerable.Range(from, to - from)];
}
