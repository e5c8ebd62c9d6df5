using Shouldly;
using TextSeg.Engine.Samples;
using Xunit;

namespace TextSeg.Engine.Tests.Samples;

public sealed class SampleCommunityTests(SampleOf20000 sample) : IClassFixture<SampleOf20000>
{
    [Fact]
    public void NoTwoPostsAreTheSameByAccident()
    {
        var repeated = sample.Posts
            .GroupBy(post => post.Text.Trim().ToLowerInvariant())
            .Where(group => group.Count() > 1 && group.Select(post => post.Truth.DuplicateGroup ?? post.Id).Distinct().Count() > 1)
            .Select(group => group.Key);

        repeated.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("")]
    public void MostSentencesAreDistinct(string language)
    {
        var sentences = sample.Posts
            .Where(post => post.Truth.DuplicateGroup is null && post.Truth.Language.StartsWith(language, StringComparison.Ordinal))
            .SelectMany(post => post.Text.Split(['.', '!', '?', '\n', '。'], StringSplitOptions.TrimEntries))
            .Where(sentence => sentence.Length >= 25)
            .ToList();

        (sentences.Distinct().Count() / (double)sentences.Count).ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void EveryMemberAndPostThatWasAskedForIsThere()
    {
        sample.Posts.Count.ShouldBe(SampleOf20000.PostCount);
        sample.Posts.Select(post => post.Id).Distinct().Count().ShouldBe(SampleOf20000.PostCount);
        var written = sample.Posts.GroupBy(post => post.Member).ToDictionary(group => group.Key, group => group.Count());

        sample.Community.Truth.Members.ShouldAllBe(member => written[member.Id] == member.Posts);
        sample.Community.Truth.Members.Select(member => member.Name).Distinct().Count().ShouldBe(SampleOf20000.MemberCount);
    }

    [Fact]
    public void SegmentsHaveTheSharesThatWerePlanted()
    {
        foreach (var segment in sample.Community.Truth.Segments)
        {
            segment.Members.ShouldBe(sample.Community.Truth.Members.Count(member => member.Segment == segment.Id));
            (segment.Members / (double)SampleOf20000.MemberCount).ShouldBe(segment.Share, 0.001);
        }

        sample.Community.Truth.Segments.Single(segment => segment.Id == "teachers").Members.ShouldBe(SampleOf20000.MemberCount / 50);
    }

    [Fact]
    public void PostsComeInTheOrderOfTime() => sample.Posts.Select(post => post.Time).ShouldBeInOrder();

    [Fact]
    public void RepliesAnswerAnEarlierPostOfTheSameThreadByAnotherMember()
    {
        var seen = new Dictionary<string, SamplePost>();
        foreach (var post in sample.Posts)
        {
            if (post.ReplyTo is { } answered)
            {
                seen.ShouldContainKey(answered);
                seen[answered].Thread.ShouldBe(post.Thread);
                seen[answered].Title.ShouldBe(post.Title);
                seen[answered].Member.ShouldNotBe(post.Member);
            }

            seen.Add(post.Id, post);
        }

        sample.Posts.Count(post => post.ReplyTo is not null).ShouldBeGreaterThan(SampleOf20000.PostCount / 8);
    }

    [Fact]
    public void EveryLanguageThatWasAskedForIsWrittenAndNoOther()
    {
        var shares = sample.Posts.CountBy(post => post.Truth.Language).ToDictionary();

        shares.Keys.ShouldBe(SampleOptions.KnownLanguages, ignoreOrder: true);
        shares.Values.ShouldAllBe(count => count > SampleOf20000.PostCount / 50);
    }

    [Fact]
    public void PostsAreShortAndLong()
    {
        var words = sample.Posts.Where(post => post.Truth.Language != "ja")
            .Select(post => post.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length)
            .Order().ToList();

        words[0].ShouldBeLessThanOrEqualTo(3);
        words[words.Count / 20].ShouldBeLessThanOrEqualTo(12);
        words[words.Count / 2].ShouldBeInRange(20, 60);
        words[^(words.Count / 100)].ShouldBeGreaterThan(110);
        words[^1].ShouldBeInRange(360, 430);
    }

    [Fact]
    public void FrustrationWithOneTopicRisesOverTheLastMonths()
    {
        var rise = sample.Community.Truth.Rise;
        var topic = sample.Posts.Where(post => post.Truth.Topic == rise.Topic).ToLookup(post => post.Time < rise.From);
        var end = topic[false].Where(post => post.Time > rise.Until.AddDays(-30)).ToList();
        static double Share(IEnumerable<SamplePost> posts) => posts.Average(post => post.Truth.Mood == "frustration" ? 1.0 : 0);

        Share(topic[true]).ShouldBe(rise.ShareBefore, 0.05);
        Share(end).ShouldBeGreaterThan(0.5);
        Share(topic[false]).ShouldBeInRange(Share(topic[true]) + 0.15, Share(end));
    }

    [Fact]
    public void CopiesStandInGroupsWithTheirOriginal()
    {
        var groups = sample.Posts.Where(post => post.Truth.DuplicateGroup is not null).GroupBy(post => post.Truth.DuplicateGroup).ToList();

        groups.Count(group => group.Count() > 2).ShouldBeGreaterThan(20);
        groups.ShouldContain(group => group.Count() == 6);
        groups.ShouldAllBe(group => group.Count() >= 2 && group.Count() <= 6 && group.First().Id.Substring(1) == group.Key!.Substring(1));
        groups.ShouldAllBe(group => group.All(copy => Math.Abs(group.First().Text.Length - copy.Text.Length) <= 10));
    }

    [Fact]
    public void QuietMembersWriteOneOrTwoPosts()
    {
        var quiet = sample.Community.Truth.Members.Where(member => member.Quiet).ToList();

        quiet.Count.ShouldBeInRange(SampleOf20000.MemberCount / 10, SampleOf20000.MemberCount / 5);
        quiet.ShouldAllBe(member => member.Posts <= 2);
    }

    [Fact]
    public void OnlyReviewsHaveStarsAndOnlyTheyHaveNoThread() =>
        sample.Posts.ShouldAllBe(post => post.Kind == "review" == (post.Rating != null) && post.Kind == "review" == (post.Thread == null));

    [Fact]
    public void EveryTopicAndIntentAndMoodIsPlantedOften()
    {
        sample.Posts.CountBy(post => post.Truth.Topic).Count().ShouldBe(sample.Community.Truth.Topics.Count);
        sample.Posts.CountBy(post => post.Truth.Topic).ShouldAllBe(pair => pair.Value > SampleOf20000.PostCount / 200);
        sample.Posts.CountBy(post => post.Truth.Intent).Select(pair => pair.Value > SampleOf20000.PostCount / 100).ShouldBe(Enumerable.Repeat(true, 11));
        sample.Posts.CountBy(post => post.Truth.Mood).Select(pair => pair.Value > SampleOf20000.PostCount / 100).ShouldBe(Enumerable.Repeat(true, 7));
    }
}
