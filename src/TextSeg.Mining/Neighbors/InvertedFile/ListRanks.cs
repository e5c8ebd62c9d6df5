using System.Numerics.Tensors;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining.Neighbors.InvertedFile;

/// <summary>Says for a few rows the how-manieth nearest a list is.</summary>
internal sealed class ListRanks
{
    private readonly VectorTable _rows;
    private readonly VectorTable _centres;
    private readonly int _threads;
    private readonly CancellationToken _cancellation;

    public ListRanks(VectorTable rows, VectorTable centres, int threads, CancellationToken cancellation)
    {
        (_rows, _centres, _threads, _cancellation) = (rows, centres, threads, cancellation);
        Home = new int[rows.Count];
        Visit((row, products) => Home[row] = TensorPrimitives.IndexOfMax(products));
    }

    /// <summary>For each pair of rows, the rank of the list where they meet: the lower of the ranks of one's list among the other's.</summary>
    public static IEnumerable<int> OfMeetings(RowReader rows, List<(int Row, int Neighbor)> pairs, VectorTable centres, int threads, CancellationToken cancellation)
    {
        var from = new ListRanks(rows.Gather([.. pairs.Select(pair => pair.Row)]), centres, threads, cancellation);
        var to = new ListRanks(rows.Gather([.. pairs.Select(pair => pair.Neighbor)]), centres, threads, cancellation);
        return from.RanksOf(to.Home).Zip(to.RanksOf(from.Home), Math.Min);
    }

    /// <summary>The nearest list of each row.</summary>
    public int[] Home { get; }

    /// <summary>The rank of one list for each row: 0 if it is the nearest.</summary>
    public int[] RanksOf(int[] lists)
    {
        var ranks = new int[lists.Length];
        Visit((row, products) =>
        {
            var own = products[lists[row]];
            foreach (var product in products)
            {
                ranks[row] += product > own ? 1 : 0;
            }
        });
        return ranks;
    }

    private void Visit(GroupMeans.RowVisitor visitor) => GroupMeans.VisitProducts(_rows, _centres, _threads, visitor, _cancellation);
}
