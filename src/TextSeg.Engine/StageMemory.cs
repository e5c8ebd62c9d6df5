namespace TextSeg.Engine;

/// <summary>Keeps the peak of memory low where a stage with large tables follows another.</summary>
internal static class StageMemory
{
    /// <summary>
    /// Gives what a stage left behind back to the system. The collector would let it stand beside the next stage's tables
    /// until it thinks the work worth while: about 60 MB after 37,000 posts were encoded, 100 MB after their topics were found.
    /// </summary>
    public static void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
