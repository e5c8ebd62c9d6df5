using TextSeg.Nlp.Classifiers;

namespace TextSeg.Nlp.Tests.Classifiers;

/// <summary>What every <see cref="ITextClassifier"/> must do, whatever it has learnt.</summary>
public abstract class TextClassifierConformance
{
    private const double Rounding = 1e-5;

    private static readonly string[] Texts =
    [
        "The app is broken again and I am still waiting.", "Thanks, I love it!", "", "🙂🙂🙂", "zzxqv qqkjw", "good", "good", "not good",
        "Das ist schlecht.", "東京は雨です。", "   \n\t ", "\ud800 lone surrogate", string.Join(' ', Enumerable.Repeat("The meeting is today.", 300)),
    ];

    protected abstract ITextClassifier Create(int threads);

    [Fact]
    public void EveryTextIsAnsweredByEveryHeadInOrder()
    {
        using var classifier = Create(threads: 0);
        var readings = classifier.Read(Texts);
        readings.Count.ShouldBe(Texts.Length);
        readings.ShouldAllBe(reading => reading.Heads.Select(head => head.Head).SequenceEqual(classifier.Heads.Select(head => head.Name)));
        readings.ShouldAllBe(reading => reading.Heads.Zip(classifier.Heads).All(pair => pair.First.Probabilities.Length == pair.Second.Labels.Count));
    }

    [Fact]
    public void ProbabilitiesAreInRangeAndThoseOfOneLabelOfAllSumToOne()
    {
        using var classifier = Create(threads: 0);
        foreach (var (reading, head) in classifier.Read(Texts).SelectMany(reading => reading.Heads.Zip(classifier.Heads)))
        {
            reading.Probabilities.ShouldAllBe(probability => probability >= 0 && probability <= 1);
            if (!head.HasSeveral)
            {
                reading.Probabilities.Sum().ShouldBe(1, Rounding, head.Name);
            }
        }
    }

    [Fact]
    public void ATextAloneIsReadAsInABatch()
    {
        using var classifier = Create(threads: 0);
        var together = classifier.Read(Texts);
        for (var i = 0; i < Texts.Length; i++)
        {
            ShouldBeNear(classifier.Read([Texts[i]])[0], together[i], Rounding);
        }
    }

    [Fact]
    public void TheOrderOfTextsChangesNoBit()
    {
        using var classifier = Create(threads: 0);
        var order = Enumerable.Range(0, Texts.Length).ToArray();
        new Random(5).Shuffle(order);
        var plain = classifier.Read(Texts);
        var shuffled = classifier.Read([.. order.Select(i => Texts[i])]);
        for (var i = 0; i < order.Length; i++)
        {
            ShouldBeNear(shuffled[i], plain[order[i]], 0);
        }
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        using var one = Create(threads: 1);
        using var several = Create(threads: 3);
        foreach (var (left, right) in one.Read(Texts).Zip(several.Read(Texts)))
        {
            ShouldBeNear(left, right, 0);
        }
    }

    [Fact]
    public void SeveralThreadsMayAskAtOnce()
    {
        using var classifier = Create(threads: 2);
        var expected = classifier.Read(Texts);
        Parallel.For(0, 8, _ =>
        {
            foreach (var (left, right) in classifier.Read(Texts).Zip(expected))
            {
                ShouldBeNear(left, right, 0);
            }
        });
    }

    [Fact]
    public void ATextOfAMegabyteIsRead()
    {
        using var classifier = Create(threads: 0);
        var reading = classifier.Read([string.Concat(Enumerable.Repeat("The app crashes, please help. ", 35_000))]).ShouldHaveSingleItem();
        reading.Heads.ShouldAllBe(head => head.Probabilities.All(float.IsFinite));
    }

    [Fact]
    public void NoTextsGiveNoReadings()
    {
        using var classifier = Create(threads: 0);
        classifier.Read([]).ShouldBeEmpty();
    }

    [Fact]
    public void WholesAreAnsweredBehindTheTextsAndChangeNoneOfThem()
    {
        using var classifier = Create(threads: 0);
        WholeText[] wholes = [new(Texts[0] + " " + Texts[1], 0, 2), new(string.Join(' ', Texts[7..10]), 7, 3)];
        var readings = classifier.Read(Texts, wholes);
        readings.Count.ShouldBe(Texts.Length + wholes.Length);
        foreach (var (left, right) in classifier.Read(Texts).Zip(readings))
        {
            ShouldBeNear(left, right, Rounding);
        }

        readings.Skip(Texts.Length).ShouldAllBe(reading => reading.Heads.Zip(classifier.Heads).All(pair => pair.First.Probabilities.Length == pair.Second.Labels.Count));
    }

    [Fact]
    public void AWholeOfOneTextIsReadAsThatText()
    {
        using var classifier = Create(threads: 0);
        var readings = classifier.Read(Texts, [.. Texts.Select((text, at) => new WholeText(text, at, 1))]);
        for (var i = 0; i < Texts.Length; i++)
        {
            ShouldBeNear(readings[Texts.Length + i], readings[i], Rounding);
        }
    }

    [Fact]
    public void TheOrderOfWholesAndTheNumberOfThreadsChangeNoBit()
    {
        using var one = Create(threads: 1);
        using var several = Create(threads: 3);
        WholeText[] wholes = [.. Enumerable.Range(0, Texts.Length - 2).Select(at => new WholeText(string.Join(' ', Texts[at..(at + 3)]), at, 3))];
        var forwards = one.Read(Texts, wholes);
        var backwards = several.Read(Texts, [.. wholes.Reverse()]);
        for (var i = 0; i < wholes.Length; i++)
        {
            ShouldBeNear(backwards[^(i + 1)], forwards[Texts.Length + i], 0);
        }
    }

    [Fact]
    public void ACancelledReadStops()
    {
        using var classifier = Create(threads: 0);
        Should.Throw<OperationCanceledException>(() => classifier.Read(Texts, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void HeadsHaveNamesAndLabelsThatDiffer()
    {
        using var classifier = Create(threads: 0);
        classifier.Name.ShouldNotBeNullOrWhiteSpace();
        classifier.Heads.Select(head => head.Name).ShouldBeUnique();
        classifier.Heads.ShouldAllBe(head => head.Labels.Count > 0 && head.Labels.Distinct().Count() == head.Labels.Count);
    }

    private static void ShouldBeNear(TextReading left, TextReading right, double tolerance)
    {
        foreach (var (one, other) in left.Heads.Zip(right.Heads))
        {
            one.Probabilities.Zip(other.Probabilities, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThanOrEqualTo((float)tolerance, one.Head);
        }
    }
}
