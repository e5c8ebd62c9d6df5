using System.Globalization;
using TextSeg.Engine;

namespace TextSeg.Server.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items, in order.</param>
/// <param name="Next">What to send as cursor for the part that follows; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cuts lists into pages.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MostItems = 1_000;

    /// <summary>A page of rows that were read with one more than asked for.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> rows, int limit, Func<T, long> idOf) =>
        rows.Count <= limit ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(limit)], idOf(rows[limit - 1]).ToString(CultureInfo.InvariantCulture));

    /// <summary>A page of a whole list; the cursor counts items.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> all, int? limit, string? cursor)
    {
        var (size, from) = (Limit(limit), (int)Math.Min(Position(cursor) ?? 0, int.MaxValue));
        return new Page<T>([.. all.Skip(from).Take(size)], from + size < all.Count ? (from + size).ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>How many items are wanted.</summary>
    /// <exception cref="JobException">The number is out of range.</exception>
    public static int Limit(int? asked) => asked is null ? DefaultLimit : asked is >= 1 and <= MostItems
        ? asked.Value
        : throw new JobException($"The limit is {asked}; it must lie between 1 and 1,000.") { IsWrongUse = true };

    /// <summary>Where the page before ended; null at the beginning.</summary>
    /// <exception cref="JobException">The cursor was not given by this service.</exception>
    public static long? Position(string? cursor) => string.IsNullOrEmpty(cursor) ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new JobException("The cursor is none that this service gave: send 'next' of the page before, or none for the first.") { IsWrongUse = true };
}
