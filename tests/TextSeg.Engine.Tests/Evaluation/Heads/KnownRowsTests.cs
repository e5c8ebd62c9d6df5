using TextSeg.Engine.Evaluation.Heads;
using TextSeg.Nlp.Classifiers;

namespace TextSeg.Engine.Tests.Evaluation.Heads;

public sealed class KnownRowsTests
{
    private static readonly LabelSpace Mood = new(new ClassifierHead("sentiment", ["negative", "neutral", "positive"]));
    private static readonly LabelSpace Feelings = new(new ClassifierHead("emotion", ["anger", "joy"]) { HasSeveral = true });

    [Fact]
    public void UnknownLabelsAreNamedAndCounted()
    {
        var known = KnownRows.Of(Mood, [Row("a", "positive"), Row("b", "furious"), Row("c", "furious"), Row("d", "sleepy"), Row("e", "NEGATIVE")]);
        known.Rows.Count.ShouldBe(2, "upper and lower case are the same");
        known.Notes[0].ShouldContain("does not know 2 labels: furious (2 rows), sleepy (1 rows)");
        known.Notes[0].ShouldContain("It knows negative, neutral, positive");
    }

    [Fact]
    public void RowsWithoutTextOrWithSeveralLabelsAreLeftOutAndSaid()
    {
        var known = KnownRows.Of(Mood, [Row("a", "positive"), Row(" ", "positive"), Row("b", "positive", "negative"), Row("c"), Row("d", "negative")]);
        known.Rows.Select(row => row.Text).ShouldBe(["a", "d"]);
        known.Notes.ShouldContain("1 of 5 rows have no text and are left out.");
        known.Notes.ShouldContain(note => note.StartsWith("2 rows have no label, or several", StringComparison.Ordinal));
    }

    [Fact]
    public void OneLabelOnlyAndFewRowsAreSaid()
    {
        var notes = KnownRows.Of(Mood, [Row("a", "positive"), Row("b", "positive")]).Notes;
        notes.ShouldContain(note => note.StartsWith("All rows have the same label, positive", StringComparison.Ordinal));
        notes.ShouldContain("2 rows are too few for an interval, which needs 20.");
    }

    [Fact]
    public void WhereSeveralLabelsMayHoldARowMayHaveNone()
    {
        KnownRows.Of(Feelings, [Row("a"), Row("b", "none"), Row("c", "joy", "anger")]).Truth.ShouldBe([0UL, 0UL, 0b11UL]);
    }

    [Fact]
    public void NoRowLeftIsAFault() =>
        Should.Throw<JobException>(() => KnownRows.Of(Mood, [Row("a", "sleepy")])).Message.ShouldContain("no row is left to measure the head sentiment on");

    private static HeadRow Row(string text, params string[] labels) => new() { Text = text, Labels = labels };
}
