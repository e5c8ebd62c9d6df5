using TextSeg.Engine;
using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli;

/// <summary>Which failures are told in one sentence; anything else is a fault of the program and keeps its stack trace.</summary>
internal static class Failure
{
    private const int DiskFullLinux = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    public static bool IsExpected(Exception failure) =>
        failure is JobException or InvalidModelException or VectorStoreException or InvalidDataException or IOException or UnauthorizedAccessException
        || StorageFault.IsOfDatabase(failure);

    public static bool IsWrongUse(Exception failure) => failure is JobException { IsWrongUse: true };

    /// <param name="failure">An expected one.</param>
    /// <param name="dataFolder">The data folder that the verb works with.</param>
    public static string Sentence(Exception failure, string dataFolder) => failure switch
    {
        _ when failure is not JobException && StorageFault.IsOfDatabase(failure) && StorageFault.Translate(failure, dataFolder) is { } clear => clear.Message,
        IOException { HResult: DiskFullLinux or DiskFullWindows } => "The disk is full: make room and run the same command again.",
        _ => failure.Message,
    };
}
