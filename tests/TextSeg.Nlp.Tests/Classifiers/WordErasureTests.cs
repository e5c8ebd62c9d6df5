using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class WordErasureTests : IDisposable
{
    private readonly OnnxClassifier _classifier = OnnxClassifier.Load(ModelFolder.Open(SmallClassifierFolder.Path));

    public void Dispose() => _classifier.Dispose();

    [Fact]
    public void TheWordThatMadeTheLabelComesFirstAndTheOneAgainstItIsBelowZero()
    {
        const string text = "terrible, but thanks";
        var words = Explain(text).Where(word => word.Head == HeadNames.Sentiment).ToArray();
        words.Select(word => word.Span.Of(text).ToString()).ShouldBe(["terrible", "thanks"]);
        words.ShouldAllBe(word => word.Label == "negative");
        words[0].Weight.ShouldBeGreaterThan(1);
        words[1].Weight.ShouldBeLessThan(0);
    }

    [Fact]
    public void SignsMoveFrustrationToo()
    {
        const string text = "the app again";
        Explain(text).Where(word => word.Head == HeadNames.Frustration).ShouldHaveSingleItem().Span.Of(text).ToString().ShouldBe("again");
    }

    [Fact]
    public void PostsTogetherAreExplainedAsAlone()
    {
        PostText[] posts = [.. Enumerable.Range(0, 40).Select(i => new PostText(string.Join(' ', Enumerable.Repeat(i % 3 == 0 ? "good bad" : "terrible help", i)), "en"))];
        var together = new WordErasure(new PostReader(_classifier)).Explain(posts);
        for (var i = 0; i < posts.Length; i++)
        {
            Explain(posts[i].Prose).Select(word => (word.Head, word.Span)).ShouldBe(together[i].Select(word => (word.Head, word.Span)));
        }
    }

    [Fact]
    public void AVeryLongTextIsExplainedByItsHeadAndTail()
    {
        var text = "love " + string.Join(' ', Enumerable.Repeat("the", 1_000)) + " love";
        var words = Explain(text).Where(word => word.Head == HeadNames.Sentiment).ToArray();
        words.Select(word => word.Span.Start).ShouldBe([0, text.Length - 4], ignoreOrder: true);
    }

    private IReadOnlyList<MovingWord> Explain(string text) => new WordErasure(new PostReader(_classifier)).Explain([new PostText(text, "en")])[0];
}
