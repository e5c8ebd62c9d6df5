using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TextSeg.Cli.Output;

/// <summary>
/// NumPy's file format, version 1.0 (numpy.lib.format, "NPY format"): a header with type and shape, padded so that the numbers
/// begin at a multiple of 64 bytes, then 32-bit floats, little endian, row after row.
/// </summary>
internal static class NpyWriter
{
    private const int Alignment = 64;
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    public static void WriteHeader(Stream stream, int rows, int columns)
    {
        var facts = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
        var length = Magic.Length + sizeof(ushort) + facts.Length + 1;
        var header = facts.PadRight(facts.Length + ((Alignment - (length % Alignment)) % Alignment)) + "\n";
        stream.Write(Magic);
        stream.WriteByte((byte)(header.Length & 0xFF));
        stream.WriteByte((byte)(header.Length >> 8));
        stream.Write(Encoding.ASCII.GetBytes(header));
    }

    public static void WriteRows(Stream stream, ReadOnlySpan<float> rows) => stream.Write(MemoryMarshal.AsBytes(rows));
}
