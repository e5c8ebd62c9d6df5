using TextSeg.Engine.Naming;
using TextSeg.Engine.Samples;
using TextSeg.Engine.Samples.Planting;
using TextSeg.Mining;
using TextSeg.Mining.Naming;

namespace TextSeg.Engine.Evaluation.Names;

/// <summary>
/// Whether lies in names are caught: names are drafted from what was planted in an invented community, three true statements and one lie each, and proved
/// as those of a chat model are. The planted segments stand for found ones, so that only the proof is measured.
/// </summary>
/// <param name="tools">Models to mine and prove with.</param>
/// <param name="options">How posts are mined.</param>
/// <param name="clock">The time of the run.</param>
public sealed class NamesTest(MiningTools tools, MiningOptions options, TimeProvider clock)
{
    /// <summary>Pieces of evidence that a draft cites: the most similar ones, which is the best that a lie can do.</summary>
    private const int Cited = 3;

    /// <summary>Drafts and proves so many names.</summary>
    /// <param name="sample">The community to invent.</param>
    /// <param name="names">Names to draft, at least 1.</param>
    /// <exception cref="JobException">The sample's options have faults; all are named.</exception>
    public async Task<NamesScore> RunAsync(SampleOptions sample, int names, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        if (sample.Faults() is { Count: > 0 } faults)
        {
            throw new JobException(string.Join(" ", faults)) { IsWrongUse = true };
        }

        using var scratch = new ScratchWorkspace();
        var planted = await PlantedEvidence.MakeAsync(scratch, sample, tools, options, clock, progress, cancellationToken);
        var drafts = new StatementDrafts(planted.Evidence, sample.Seed);
        var judged = new List<(DraftedStatement Statement, string? Reason)>();
        for (var number = 0; number < names; number++)
        {
            foreach (var statement in drafts.Of(number))
            {
                judged.Add((statement, await JudgeAsync(planted, statement, cancellationToken)));
            }

            progress?.Report(new StageProgress("names", number + 1, names));
        }

        return Score(names, judged);
    }

    private static async Task<string?> JudgeAsync(PlantedEvidence planted, DraftedStatement statement, CancellationToken cancellationToken)
    {
        var evidence = planted.Evidence[statement.Segment]!;
        var sheet = EvidenceSheet.Of(evidence);
        var texts = await planted.Vectors.OfAsync([statement.Text, .. sheet.Items.Select(item => item.Text)], cancellationToken);
        int[] cited = [.. sheet.Items.OrderByDescending(item => System.Numerics.Tensors.TensorPrimitives.Dot<float>(texts[0], texts[item.Number])).ThenBy(item => item.Number)
            .Select(item => item.Number).Where((number, place) => place < Cited || sheet.Items[number - 1].Kind == EvidenceKind.Figure)];
        return await planted.Proof.FaultAsync(evidence, sheet, new NameClause(statement.Text, cited), cancellationToken);
    }

    private static NamesScore Score(int names, List<(DraftedStatement Statement, string? Reason)> judged)
    {
        var kinds = judged.GroupBy(pair => (pair.Statement.Kind, pair.Statement.IsTrue))
            .Select(group => new StatementKindScore(group.Key.Kind, group.Key.IsTrue, group.Count(), group.Count(pair => pair.Reason is not null)))
            .OrderByDescending(kind => kind.IsTrue).ThenBy(kind => kind.Kind, StringComparer.Ordinal).ToArray();
        var (truths, lies) = (kinds.Where(kind => kind.IsTrue).ToArray(), kinds.Where(kind => !kind.IsTrue).ToArray());
        var errors = judged.Where(pair => pair.Statement.IsTrue != (pair.Reason is null))
            .Select(pair => new MisjudgedStatement(PlantedSegments.All[pair.Statement.Segment].Id, pair.Statement.Text, pair.Statement.Kind, pair.Reason));
        return new NamesScore(
            names, lies.Sum(kind => kind.Statements), lies.Sum(kind => kind.Struck), truths.Sum(kind => kind.Statements), truths.Sum(kind => kind.Struck), kinds, [.. errors]);
    }
}
