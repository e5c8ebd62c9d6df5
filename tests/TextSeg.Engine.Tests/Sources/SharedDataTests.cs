using TextSeg.Engine.Sources;
using TextSeg.Engine.Sources.Columns;

namespace TextSeg.Engine.Tests.Sources;

/// <summary>The guesses on public exports of many kinds.</summary>
public sealed class SharedDataTests
{
    [Theory]
    [InlineData("urho3d_forum/posts.jsonl.gz", PostKind.Forum, 36_803, 187, "text=text,time=ts,reply-to=reply_to_post_number,position=post_number,id=id,thread=topic_id,member=member,name=username,title=title")]
    [InlineData("amazon_musical_5core/Musical_instruments_reviews.csv.gz", PostKind.Review, 10_254, 7, "text=reviewText,time=unixReviewTime,member=reviewerID,name=reviewerName,title=summary,rating=overall")]
    [InlineData("airbnb_singapore/reviews.csv.gz", PostKind.Review, 35_000, 700, "text=comments,time=date,id=id,member=reviewer_id,name=reviewer_name")]
    [InlineData("airline_tweets/Tweets.csv.gz", PostKind.Forum, 14_640, 0, "text=text,time=tweet_created,member=name")]
    [InlineData("endava_tickets/all_tickets.csv.gz", PostKind.Ticket, 5_431, 0, "text=body,title=title")]
    [InlineData("endava_tickets/latest_ticket_data.csv.gz", PostKind.Ticket, 3_000, 0, "text=Description")]
    [InlineData("twcs_sample/twcs.csv.gz", PostKind.Chat, 5_001, 0, "text=text,time=created_at,reply-to=in_response_to_tweet_id,id=tweet_id,member=author_id")]
    [InlineData("nps_verbatim/nps_verbatim.jsonl.gz", PostKind.Survey, 2_385, 0, "text=text,time=CUSTOMER_RESPONSE_DATE,rating=NPS_SCORE")]
    [InlineData("womens_clothing/womens_clothing.csv.gz", PostKind.Review, 22_641, 845, "text=Review Text,title=Title,rating=Rating")]
    public void ColumnsAndKindAreGuessed(string file, PostKind kind, int taken, int rejected, string columns)
    {
        var (posts, bad, report) = SourceReading.Read(SharedFiles.PathOrSkip("data/" + file));
        report.Mapping!.ToOverrides().ShouldBe(columns);
        report.Mapping.Kind.ShouldBe(kind);
        posts.Count.ShouldBeInRange(taken - (taken / 50), taken + (taken / 50));
        bad.Count.ShouldBeInRange(0, rejected + 5);
        (report.UnreadableTimes + report.ImplausibleTimes).ShouldBe(0);
        posts.Count(post => post.Time is null).ShouldBe(report.Mapping[ColumnRole.Time] is null ? posts.Count : 0);
    }
}
