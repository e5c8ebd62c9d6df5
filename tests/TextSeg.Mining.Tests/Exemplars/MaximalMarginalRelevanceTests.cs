using TextSeg.Mining.Exemplars;

namespace TextSeg.Mining.Tests.Exemplars;

public sealed class MaximalMarginalRelevanceTests
{
    // Rows 0 and 1 are the same text, row 2 is a little off, row 3 far off.
    private static readonly VectorTable Vectors = new(2, [1, 0, 1, 0, 0.8f, 0.6f, 0, 1]);

    private static readonly double[] Relevance = [0.95, 0.94, 0.9, 0.2];

    [Fact]
    public void TheSecondChoiceIsUnlikeTheFirst() =>
        MaximalMarginalRelevance.Choose(Vectors, [0, 1, 2, 3], Relevance, 2).ShouldBe([0, 2]);

    [Fact]
    public void AnAuthorComesTwiceOnlyWhenNobodyElseIsLeft()
    {
        MaximalMarginalRelevance.Choose(Vectors, [0, 1, 2, 3], Relevance, 2, [7, 8, 7, 7]).ShouldBe([0, 1]);
        MaximalMarginalRelevance.Choose(Vectors, [0, 1, 2, 3], Relevance, 3, [7, 8, 7, 7]).Length.ShouldBe(3);
    }

    [Fact]
    public void TheOrderOfCandidatesNeverShows() =>
        MaximalMarginalRelevance.Choose(Vectors, [3, 2, 1, 0], [.. Relevance.Reverse()], 3).ShouldBe(MaximalMarginalRelevance.Choose(Vectors, [0, 1, 2, 3], Relevance, 3));

    [Fact]
    public void FewerCandidatesThanAskedForAreAllTaken() =>
        MaximalMarginalRelevance.Choose(Vectors, [2], [0.9], 5).ShouldBe([2]);
}
