using TextSeg.Engine;
using TextSeg.Engine.Vectors;
using TextSeg.Nlp.ModelFiles;

namespace TextSeg.Cli;

/// <summary>Which failures are told in one sentence; anything else is a fault of the program and keeps its stack trace.</summary>
internal static class Failure
{
    private const int DiskFullLinux = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    public static bool IsExpected(Exception failure) =>
        failure is JobException or InvalidModelException or VectorStoreException or InvalidDataException or IOException or UnauthorizedAccessException;

    public static bool IsWrongUse(Exception failure) => failure is JobException { IsWrongUse: true };

    public static string Sentence(Exception failure) => failure switch
    {
        IOException { HResult: DiskFullLinux or DiskFullWindows } => "The disk is full: make room and run the same command again.",
        _ => failure.Message,
    };
}
