using TextSeg.Engine.Evaluation.Measures;
using TextSeg.Engine.Sources;
using TextSeg.Engine.Standalone;
using TextSeg.Mining;
using TextSeg.Mining.Clustering;
using TextSeg.Mining.Topics;
using TextSeg.Nlp.Encoders;
using TextSeg.Nlp.Languages;

namespace TextSeg.Engine.Evaluation.Encoders;

/// <summary>
/// Topics of posts in one language by the product's own topic stage, which is told neither the labels nor their number: the same as
/// <see cref="ClusteringEvaluation"/> on the set's file.
/// </summary>
/// <param name="encoder">The encoder.</param>
/// <param name="languages">Tells languages of posts.</param>
/// <param name="options">Settings of the topic stage.</param>
/// <param name="bootstrap">Makes the intervals; topics are not found anew in each draw, so how much they change with the posts is not in it.</param>
/// <param name="clock">Judges times of posts.</param>
public sealed class EncoderTopics(OnnxEncoder encoder, LanguageIdentifier languages, TopicOptions options, Bootstrap bootstrap, TimeProvider clock)
{
    /// <summary>Share right under the best one-to-one matching of topics and labels, and normalised mutual information, of each set that is in one language.</summary>
    public async Task<IReadOnlyList<EncoderFigure>> RunAsync(EncoderSets sets, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        List<EncoderFigure> figures = [];
        foreach (var set in sets.Groups.Where(set => set.Rows.Select(row => row.Language).Distinct().Count() == 1))
        {
            var source = new SourceOptions { Columns = "text=text,id=,time=,member=", LabelColumn = "label" };
            var read = await new PostSetReader(source, languages, options.Threads, clock)
                .ReadAsync([InputFile.Of(set.Path)], Path.GetDirectoryName(Path.GetFullPath(set.Path))!, progress, cancellationToken);
            var topics = await Task.Run(() => new TopicJob(encoder, options).Run(read.Posts, progress, cancellationToken), cancellationToken);
            figures.AddRange(Of(set.Name, read.Posts, topics));
        }

        return figures;
    }

    private IEnumerable<EncoderFigure> Of(string set, IReadOnlyList<PreparedPost> posts, PostTopics topics)
    {
        int[] labelled = [.. Enumerable.Range(0, posts.Count).Where(post => posts[post].Label is not null)];
        int[] found = [.. labelled.Select(topics.TopicOf)];
        var truth = LabelCodes.Of(labelled.Select(post => posts[post].Label!));
        var agreement = ClusterAgreement.Between(found, truth);

        // Which posts are right is not told by the agreement, but how many: any so many rows give the same draws.
        var right = (int)Math.Round(agreement.Accuracy * labelled.Length);
        bool[] hits = [.. labelled.Select((_, place) => place < right)];
        var units = Bootstrap.EachAlone(labelled.Length);
        var stage = $"topics by the product's own stage, {topics.Tree.K} found of {agreement.TrueClasses}";
        yield return new EncoderFigure(set, $"{stage}: accuracy", Language: null, labelled.Length, bootstrap.Of(units, weights => FirstHits.Share(hits, weights)));
        yield return new EncoderFigure(set, $"{stage}: NMI", Language: null, labelled.Length, bootstrap.LessBias(units, new GroupAgreement(found, truth).Of));
    }
}
