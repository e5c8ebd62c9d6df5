namespace TextSeg.Engine.Vectors;

/// <summary>The ids that a search may find, as the database has chosen them.</summary>
public sealed class IdFilter
{
    private readonly long[] _ids;

    /// <param name="ids">Any order; repeats do no harm.</param>
    public IdFilter(IEnumerable<long> ids)
        : this([.. ids.Distinct().Order()])
    {
    }

    private IdFilter(long[] risingIds) => _ids = risingIds;

    /// <summary>A filter of ids that rise already, each once. Kept, not copied.</summary>
    internal static IdFilter OfRising(long[] risingIds) => new(risingIds);

    /// <summary>The ids, rising.</summary>
    public IReadOnlyList<long> Ids => _ids;

    /// <summary>The places of the allowed ones among rising ids. Each side leaps over what the other lacks, so both a broad and a narrow filter are quick.</summary>
    internal int[] PlacesIn(ReadOnlySpan<long> risingIds)
    {
        var places = new List<int>(Math.Min(_ids.Length, risingIds.Length));
        int place = 0, wanted = 0;
        while (place < risingIds.Length && wanted < _ids.Length)
        {
            if (risingIds[place] == _ids[wanted])
            {
                places.Add(place++);
                wanted++;
            }
            else if (risingIds[place] < _ids[wanted])
            {
                place = FirstNotBelow(risingIds, place + 1, _ids[wanted]);
            }
            else
            {
                wanted = FirstNotBelow(_ids, wanted + 1, risingIds[place]);
            }
        }

        return [.. places];
    }

    private static int FirstNotBelow(ReadOnlySpan<long> rising, int start, long value)
    {
        var step = 1;
        while (start + step <= rising.Length && rising[start + step - 1] < value)
        {
            start += step;
            step *= 2;
        }

        var found = rising[start..Math.Min(start + step, rising.Length)].BinarySearch(value);
        return start + (found >= 0 ? found : ~found);
    }
}
