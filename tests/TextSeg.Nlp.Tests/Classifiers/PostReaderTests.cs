using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Cleaning;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class PostReaderTests : IDisposable
{
    private readonly OnnxClassifier _classifier = OnnxClassifier.Load(ModelFolder.Open(SmallClassifierFolder.Path));

    public void Dispose() => _classifier.Dispose();

    [Fact]
    public void EachSentenceHasItsMoodAndItsPlace()
    {
        const string text = "I love the app. It crashes today.";
        var reading = Read(text);
        reading.Sentences.Select(sentence => (sentence.Span.Of(text).ToString(), sentence.Mood.Label))
            .ShouldBe([("I love the app.", "positive"), ("It crashes today.", "negative")]);
    }

    [Theory]
    [InlineData("I love the app.", 1)]
    [InlineData("I love the app, but it is terrible", 3)]
    [InlineData("I love the app. It crashes today.", 3)]
    public void APostOfOneSentenceIsReadOnce(string text, int readings)
    {
        var counting = new FixedClassifier("fixed", (_classifier.Heads.Single(head => head.Name == HeadNames.Sentiment), [0.1f, 0.1f, 0.8f]));
        new PostReader(counting).Read([new PostText(text, "en")])[0].Sentences.ShouldNotBeEmpty();
        counting.TextsRead.ShouldBe(readings);
    }

    [Theory]
    [InlineData("I love the app. It is terrible.", "mixed")]
    [InlineData("I love the app, but it is terrible", "mixed")]
    [InlineData("I love the app. It is great.", "positive")]
    [InlineData("The app crashes. It is terrible.", "negative")]
    [InlineData("I love it. I love it too. It is great. The app is great. My great app. Thanks. It is terrible.", "positive")]
    public void APostIsMixedWhenItsPartsDisagreeClearly(string text, string mood) =>
        Read(text).Of(HeadNames.Sentiment)!.Labels.ShouldHaveSingleItem().Label.ShouldBe(mood);

    [Theory]
    [InlineData("")]
    [InlineData("12345 67")]
    [InlineData("!!! ???")]
    public void WithoutALetterAllIsUnsure(string text) =>
        Read(text).Answers.ShouldAllBe(answer => answer.Labels.Count == 1 && answer.Labels[0] == new LabelReading("unsure", 0));

    [Fact]
    public void ALowProbabilityIsUnsure() =>
        Read("how").Of(HeadNames.Sentiment)!.Labels[0].Label.ShouldBe("unsure");

    [Fact]
    public void SignsRaiseFrustrationByTheWeightsOfTheCard()
    {
        var plain = Read("the app is broken").Of(HeadNames.Frustration)!.Probabilities[0].Probability;
        var withSign = Read("the app is broken again").Of(HeadNames.Frustration)!.Probabilities[0].Probability;
        (LogOdds(withSign) - LogOdds(plain)).ShouldBe(0.6, 1e-4, "the weight of \"again\"");
    }

    [Theory]
    [InlineData("> the app is terrible, terrible\n\nthanks, great help")]
    [InlineData("```\nterrible crashes broken\n```\nthanks, great help")]
    [InlineData("[quote=mira]terrible, it crashes[/quote]\nthanks, great help")]
    [InlineData("2026-01-02 10:11:12 ERROR broken: app crashes terrible\nthanks, great help")]
    public void WordsOfOthersCodeAndLogsAreNotReadAsTheAuthors(string raw)
    {
        var reading = Read(new TextCleaner().Clean(raw).Prose);
        reading.Of(HeadNames.Sentiment)!.Labels[0].Label.ShouldBe("positive");
        reading.Of(HeadNames.Intent)!.Labels[0].Label.ShouldNotBe("report-problem");
    }

    [Fact]
    public void APostIsReadTheSameAloneAndAmongOthersInAnyOrder()
    {
        PostText[] posts = [.. new[] { "I love it, but it crashes", "please help now", "", "terrible", "terrible" }.Select(text => new PostText(text, "en"))];
        var reader = new PostReader(_classifier);
        var together = reader.Read(posts);
        var backwards = reader.Read([.. posts.Reverse()]);
        for (var i = 0; i < posts.Length; i++)
        {
            Shown(backwards[^(i + 1)]).ShouldBe(Shown(together[i]));
            Shown(reader.Read([posts[i]])[0]).ShouldBe(Shown(together[i]));
        }
    }

    [Theory]
    [InlineData("I love the app. It crashes today, but it is great.")]
    [InlineData("broken again")]
    [InlineData("...")]
    public void TheProbabilitiesAloneAreThoseOfTheWholeReading(string text)
    {
        var post = new PostText(text, "en");
        var reader = new PostReader(_classifier);
        var heads = reader.ReadHeads([post])[0].Heads;
        reader.Read([post])[0].Answers.Where(answer => answer.Probabilities.Count > 0)
            .ShouldAllBe(answer => answer.Probabilities.Select(label => label.Probability).SequenceEqual(heads.Single(head => head.Head == answer.Head).Probabilities));
    }

    [Fact]
    public void AClassifierWithoutSentimentIsReadWithoutSentences()
    {
        using var other = new FixedClassifier("fixed", (new ClassifierHead("spam", ["yes", "no"]), [0.25f, 0.75f]));
        var reading = new PostReader(other).Read([new PostText("Great. Terrible.", "en")])[0];
        reading.Sentences.ShouldBeEmpty();
        reading.Of("spam")!.Labels[0].Label.ShouldBe("no");
    }

    private static string Shown(PostReading reading) => string.Join(' ', reading.Answers.SelectMany(answer => answer.Labels).Select(label => $"{label.Label} {label.Probability:0.0000}"));

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private PostReading Read(string text) => new PostReader(_classifier).Read([new PostText(text, "en")])[0];
}
