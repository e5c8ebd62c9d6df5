using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Mining.Tests.KeyPhrases;

public sealed class HashedCountsTests
{
    [Fact]
    public void WhatWasCountedOftenEnoughIsNeverRuledOut()
    {
        var counts = new HashedCounts(1);
        for (var key = 0UL; key < 5_000; key++)
        {
            for (var i = 0UL; i <= key % 7; i++)
            {
                counts.Add(key);
            }
        }

        for (var key = 0UL; key < 5_000; key++)
        {
            counts.MayReach(key, (int)(key % 7) + 1).ShouldBeTrue();
        }

        Enumerable.Range(0, 5_000).Count(key => counts.MayReach((ulong)key, (key % 7) + 2)).ShouldBeLessThan(50, "nearly all others are ruled out");
    }

    [Fact]
    public void CountsStopAtTheirHighest()
    {
        var counts = new HashedCounts(1);
        for (var i = 0; i < 600; i++)
        {
            counts.Add(9);
        }

        counts.MayReach(9, 500).ShouldBeTrue();
    }
}
