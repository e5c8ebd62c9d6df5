using System.Globalization;

namespace TextSeg.Engine.Sources.Pulling.Discourse;

/// <summary>
/// How far a forum is read. A sweep goes from the newest post back to what is known; only when it is done, its newest post counts as known,
/// so a sweep that was stopped goes on in its middle and leaves no gap.
/// </summary>
/// <param name="Known">All posts up to this id are taken.</param>
/// <param name="Newest">The highest id seen in the sweep at hand; 0 before its first page.</param>
/// <param name="Before">The sweep goes on with posts up to this id; null at its beginning.</param>
/// <param name="Empty">Pages without a post in a row.</param>
internal sealed record DiscourseCursor(long Known, long Newest, long? Before, int Empty)
{
    public static DiscourseCursor Read(string? cursor)
    {
        if (cursor is null)
        {
            return new DiscourseCursor(0, 0, null, 0);
        }

        var parts = cursor.Split(',').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return parts is [>= 0, >= 0, >= 0, >= 0 and < int.MaxValue]
            ? new DiscourseCursor(parts[0], parts[1], parts[2] == 0 ? null : parts[2], (int)parts[3])
            : throw new JobException("The cursor is none of a Discourse forum: give this source another name.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Known},{Newest},{Before ?? 0},{Empty}");

    /// <summary>The sweep is over.</summary>
    public DiscourseCursor Done() => new(Math.Max(Known, Newest), 0, null, 0);
}
