namespace TextSeg.Engine.Vectors;

/// <summary>One segment of a store, as the manifest knows it.</summary>
/// <param name="Number">The number in the file's name.</param>
/// <param name="Count">Rows in the file.</param>
/// <param name="HeaderCheck">The checksum in the file's header, so that no other file can take its place.</param>
/// <param name="Deleted">Rows of the file that count no more.</param>
internal sealed record SegmentEntry(long Number, int Count, uint HeaderCheck, RowBitmap Deleted)
{
    /// <summary>Rows that count.</summary>
    public int Live => Count - Deleted.Count;
}
