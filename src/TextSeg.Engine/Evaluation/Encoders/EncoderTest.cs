using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Mining;
using TextSeg.Nlp.Encoders;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>Measures an encoder on every set of a folder. Texts are encoded as they stand in the sets, as documents.</summary>
/// <param name="encoder">The encoder.</param>
/// <param name="bootstrap">Makes the intervals.</param>
/// <param name="seed">Seed of k-means.</param>
/// <param name="threads">Threads to use, 0 for one a processor; no figure depends on it.</param>
public sealed class EncoderTest(OnnxEncoder encoder, Bootstrap bootstrap, ulong seed, int threads)
{
    /// <summary>All figures, set after set.</summary>
    /// <exception cref="JobException">A set does not hold what its kind needs.</exception>
    public IReadOnlyList<EncoderFigure> Run(EncoderSets sets, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        var read = new TextVectors(encoder, cancellationToken);
        var (groups, pairs) = (new GroupFigures(read, bootstrap, seed, threads), new SimilarityFigures(read, bootstrap));
        var (translations, replies) = (new TranslationFigures(read, bootstrap), new ThreadFigures(read, bootstrap));
        (string Name, Func<IEnumerable<EncoderFigure>> Measure)[] work =
        [
            .. sets.Groups.Select(set => (set.Name, (Func<IEnumerable<EncoderFigure>>)(() => groups.Of(set)))),
            .. sets.Similarity.Select(set => (set.Name, (Func<IEnumerable<EncoderFigure>>)(() => pairs.Of(set)))),
            .. sets.Translations.Select(set => (set.Name, (Func<IEnumerable<EncoderFigure>>)(() => translations.Of(set)))),
            .. sets.Threads.Select(set => (set.Name, (Func<IEnumerable<EncoderFigure>>)(() => replies.Of(set)))),
        ];
        List<EncoderFigure> figures = [];
        for (var place = 0; place < work.Length; place++)
        {
            progress?.Report(new StageProgress($"measure {work[place].Name}", 0, 1));
            figures.AddRange(work[place].Measure());
            progress?.Report(new StageProgress($"measure {work[place].Name}", 1, 1));
        }

        return figures;
    }
}
