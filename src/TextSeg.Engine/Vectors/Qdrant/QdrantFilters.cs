using TextSeg.Engine.Vectors.Qdrant.Wire;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// The ids that a search may find, as filters that work inside it. Few runs of numbers go as ranges over the indexed payload field;
/// others are listed, and a list that is too long for one request is cut: the hits of the parts together are those of the whole.
/// </summary>
internal static class QdrantFilters
{
    private const int MostRuns = 64;

    /// <summary>Shorter lists go as they are.</summary>
    private const int LeastIdsAsRuns = 1_000;

    /// <summary>Ranges are given in doubles, which are whole numbers exactly up to here.</summary>
    private const long LargestExact = 1L << 53;

    /// <summary>Filters whose hits together are the answer, each with the number of ids it allows; none when no id is allowed.</summary>
    public static IReadOnlyList<(PointFilter Filter, int Ids)> Of(IReadOnlyList<long> risingIds, int idsAtOnce)
    {
        if (risingIds.Count >= LeastIdsAsRuns && risingIds[0] >= -LargestExact && risingIds[^1] <= LargestExact && Runs(risingIds) is { Count: <= MostRuns } runs)
        {
            var ranges = runs.Select(run => new PointCondition { Key = QdrantCollection.PostField, Range = new NumberRange(run.First, run.Last) });
            return [(new PointFilter(Should: [.. ranges]), risingIds.Count)];
        }

        return [.. risingIds.Chunk(idsAtOnce).Select(ids => (new PointFilter(Must: [new PointCondition { HasId = Array.ConvertAll(ids, QdrantPoints.IdOf) }]), ids.Length))];
    }

    /// <summary>Runs of numbers without a gap; stops after one more than are wanted.</summary>
    private static List<(long First, long Last)> Runs(IReadOnlyList<long> risingIds)
    {
        var runs = new List<(long First, long Last)>();
        foreach (var id in risingIds)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == id)
            {
                runs[^1] = (runs[^1].First, id);
            }
            else if (runs.Count > MostRuns)
            {
                break;
            }
            else
            {
                runs.Add((id, id));
            }
        }

        return runs;
    }
}
