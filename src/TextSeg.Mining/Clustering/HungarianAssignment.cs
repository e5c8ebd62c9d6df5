namespace TextSeg.Mining.Clustering;

/// <summary>
/// The cheapest one-to-one matching of rows and columns (Kuhn 1955), by shortest augmenting paths with dual prices (Jonker and Volgenant 1987), in O(n³).
/// </summary>
internal static class HungarianAssignment
{
    /// <summary>The column of each row.</summary>
    /// <param name="cost">Size × size costs, row by row.</param>
    /// <param name="size">Number of rows and of columns.</param>
    public static int[] Solve(ReadOnlySpan<double> cost, int size)
    {
        var rowPrice = new double[size];
        var columnPrice = new double[size + 1];
        var rowOf = new int[size + 1];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < size; row++)
        {
            Augment(cost, size, row, rowPrice, columnPrice, rowOf);
        }

        var columnOf = new int[size];
        for (var column = 0; column < size; column++)
        {
            columnOf[rowOf[column]] = column;
        }

        return columnOf;
    }

    private static void Augment(ReadOnlySpan<double> cost, int size, int row, double[] rowPrice, double[] columnPrice, int[] rowOf)
    {
        var shortest = new double[size];
        Array.Fill(shortest, double.PositiveInfinity);
        var previous = new int[size];
        var visited = new bool[size + 1];
        var column = size;
        rowOf[size] = row;
        while (rowOf[column] >= 0)
        {
            visited[column] = true;
            var from = rowOf[column];
            var (next, step) = (-1, double.PositiveInfinity);
            for (var c = 0; c < size; c++)
            {
                if (visited[c])
                {
                    continue;
                }

                var reduced = cost[(from * size) + c] - rowPrice[from] - columnPrice[c];
                if (reduced < shortest[c])
                {
                    (shortest[c], previous[c]) = (reduced, column);
                }

                if (shortest[c] < step)
                {
                    (step, next) = (shortest[c], c);
                }
            }

            Reprice(size, step, visited, shortest, rowPrice, columnPrice, rowOf);
            column = next;
        }

        while (column != size)
        {
            rowOf[column] = rowOf[previous[column]];
            column = previous[column];
        }
    }

    private static void Reprice(int size, double step, bool[] visited, double[] shortest, double[] rowPrice, double[] columnPrice, int[] rowOf)
    {
        for (var c = 0; c <= size; c++)
        {
            if (visited[c])
            {
                rowPrice[rowOf[c]] += step;
                columnPrice[c] -= step;
            }
            else
            {
                shortest[c] -= step;
            }
        }
    }
}
