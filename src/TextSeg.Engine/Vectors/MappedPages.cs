using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace TextSeg.Engine.Vectors;

/// <summary>Gives mapped memory back. The bytes stay in the file, and on Linux in the system's own memory, and come back when they are read.</summary>
internal static partial class MappedPages
{
    private const int DontNeed = 4;

    /// <summary>Takes a whole view out of the memory of the program; elsewhere than on Linux the system does so when memory is short.</summary>
    public static void Rest(MemoryMappedViewAccessor view)
    {
        if (OperatingSystem.IsLinux())
        {
            var handle = view.SafeMemoryMappedViewHandle;
            _ = Advise(handle.DangerousGetHandle(), (nuint)handle.ByteLength, DontNeed);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
