using TextSeg.Nlp.Classifiers;
using TextSeg.Nlp.Inference;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Nlp.Tests.Classifiers;

public sealed class ClassifierPanelConformanceTests : TextClassifierConformance
{
    protected override ITextClassifier Create(int threads) => new ClassifierPanel(
    [
        OnnxClassifier.Load(ModelFolder.Open(SmallClassifierFolder.Path), new InferenceOptions { Threads = threads }),
        new FixedClassifier("fixed", (new ClassifierHead("spam", ["yes", "no"]), [0.25f, 0.75f])),
    ]);
}

public sealed class ClassifierPanelTests
{
    private static readonly ClassifierHead Mood = new("sentiment", ["negative", "positive"]);
    private static readonly ClassifierHead Intent = new("intent", ["ask", "praise"]);

    [Fact]
    public void ALaterClassifierReplacesAHeadOfTheSameNameAtItsPlace()
    {
        using var panel = new ClassifierPanel([
            new FixedClassifier("first", (Mood, [1, 0]), (Intent, [0.5f, 0.5f])), new FixedClassifier("second", (Mood, [0, 1]))]);
        panel.Heads.Select(head => head.Name).ShouldBe(["sentiment", "intent"]);
        panel.Read(["a text"])[0].Of("sentiment").Probabilities.ShouldBe([0f, 1f]);
        panel.Name.ShouldBe("first+second");
    }

    [Fact]
    public void AClassifierWithNoHeadLeftIsNotAskedAndNotNamed()
    {
        var replaced = new FixedClassifier("first", (Mood, [1, 0]));
        using var panel = new ClassifierPanel([replaced, new FixedClassifier("second", (Mood, [0, 1]))]);
        panel.Read(["a text"]);
        (replaced.TextsRead, panel.Name).ShouldBe((0, "second"));
    }

    [Fact]
    public void ThePanelDisposesItsMembers()
    {
        var member = new FixedClassifier("first", (Mood, [1, 0]));
        new ClassifierPanel([member]).Dispose();
        member.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void APanelOfNobodyIsRefused() => Should.Throw<ArgumentException>(() => new ClassifierPanel([]));
}
