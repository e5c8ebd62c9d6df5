using TextSeg.Mining.Naming;

namespace TextSeg.Mining.Tests.Naming;

public sealed class ClauseSupportTests
{
    private static readonly NamedCommunity Community = NamedCommunity.Make(1);
    private readonly ClauseSupport _support = new(Community.Posts, Community.Naming.Segments);

    private static float[] ThemeOf(int segment)
    {
        var sum = new float[Community.Posts.Vectors.Dimension];
        for (var row = 0; row < Community.Posts.MemberOf.Length; row++)
        {
            for (var i = 0; Community.Naming.Segments.SegmentOf[Community.Posts.MemberOf[row]] == segment && i < sum.Length; i++)
            {
                sum[i] += Community.Posts.Vectors[row][i];
            }
        }

        var length = MathF.Sqrt(sum.Sum(value => value * value));
        return Array.ConvertAll(sum, value => value / length);
    }

    [Fact]
    public void TheThemeOfASegmentStandsOutThereAndNotAtItsSiblings()
    {
        for (var segment = 0; segment < 3; segment++)
        {
            _support.Measure(ThemeOf(segment), segment, []).Lift.ShouldBeGreaterThan(1.25);
            _support.Measure(ThemeOf(segment), (segment + 1) % 3, []).Lift.ShouldBeLessThan(1);
        }
    }

    [Fact]
    public void QuotedMembersDoNotCount()
    {
        var members = Enumerable.Range(0, Community.Naming.Segments.SegmentOf.Length).Where(member => Community.Naming.Segments.SegmentOf[member] == 0).ToArray();
        _support.Measure(ThemeOf(0), 0, members).ShouldBe(default);
        _support.Measure(ThemeOf(0), 0, members[..3]).Closeness.ShouldNotBe(_support.Measure(ThemeOf(0), 0, []).Closeness);
    }
}
