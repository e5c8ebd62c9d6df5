using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class IronicPraiseTests
{
    private static readonly IronicPraise Irony = new(new ClassifierHead(HeadNames.Sentiment, ["negative", "neutral", "positive"]));
    private static readonly HeadReading Bad = Of(0.6f, 0.1f), Fair = Of(0.2f, 0.5f), Good = Of(0.05f, 0.9f);

    [Fact]
    public void PraiseBeforeBadNewsIsNotMeant()
    {
        Irony.IsIn(Good, Bad).ShouldBeTrue();
        Irony.IsIn(Good, Fair).ShouldBeFalse("the news is good");
        Irony.IsIn(Fair, Bad).ShouldBeFalse("it is no clear praise");
        Irony.IsIn(Good, Of(0.3f, 0.2f)).ShouldBeFalse("the news is neutral");
    }

    [Theory]
    [InlineData("Wonderful, the door fell off.", "en", "Wonderful", "the door fell off.")]
    [InlineData("Wonderful! the door fell off.", "en", "Wonderful", "the door fell off.")]
    [InlineData("さすが、また動きません。", "ja", "さすが", "また動きません。")]
    public void ASentenceIsOpenedByItsFirstWordsBeforeAMark(string prose, string language, string opening, string after)
    {
        var pieces = PostPieces.Of(new PostText(prose, language));
        var (sentence, first, second) = pieces.Openings.ShouldHaveSingleItem();
        (sentence, pieces[first].Of(prose).ToString(), pieces[second].Of(prose).ToString()).ShouldBe((pieces.Sentences.Count - 1, pieces.Sentences.Count == 1 ? opening : opening + "!", after));
    }

    [Theory]
    [InlineData("When I came home that day, the door fell off.", "the opening is long")]
    [InlineData("Wonderful, thanks.", "nothing follows")]
    [InlineData("It is nice, but the door fell off.", "both sides of a contrast are meant")]
    [InlineData("Thanks, the door fell off.", "thanks are kind by custom")]
    [InlineData("The door fell off.", "there is no mark")]
    [InlineData(", , ,", "there are no words")]
    public void OtherSentencesHaveNoOpening(string prose, string because) =>
        PostPieces.Of(new PostText(prose, "en")).Openings.ShouldBeEmpty(because);

    [Fact]
    public void TheWholeTakesTheMoodOfTheNewsWhereItIsAllThereIs()
    {
        var one = PostPieces.Of(new PostText("Wonderful, the door fell off.", "en"));
        Irony.OfWhole(one, [Good, Good, Bad]).ShouldBe(Bad);
        Irony.Of(one, [Good, Good, Bad]).ShouldBe([Bad]);
        Irony.OfWhole(one, [Good, Good, Fair]).ShouldBeNull();
        var two = PostPieces.Of(new PostText("Wonderful! The door fell off.", "en"));
        Irony.OfWhole(two, [Good, Bad]).ShouldBe(Bad);
        Irony.Of(two, [Good, Bad]).ShouldBe([Bad, Bad]);
    }

    [Fact]
    public void InALongerPostOnlyTheSentenceChanges()
    {
        var pieces = PostPieces.Of(new PostText("I like the garden. Wonderful, the door fell off.", "en"));
        HeadReading[] readings = [Good, Good, Good, Bad];
        Irony.OfWhole(pieces, readings).ShouldBeNull();
        Irony.Of(pieces, readings).ShouldBe([Good, Bad]);
    }

    private static HeadReading Of(float negative, float positive) => new(HeadNames.Sentiment, [negative, 1 - negative - positive, positive]);
}
