using System.Runtime.InteropServices;
using TextSeg.Mining.Clustering;

namespace TextSeg.Mining;

/// <summary>Arrays of numbers as bytes, for <see cref="StageResults"/>: the length, then the numbers as they are in memory.</summary>
internal static class StoredArrays
{
    public static void WriteArray<T>(this BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static T[] ReadArray<T>(this BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void Write(this BinaryWriter writer, Partition groups)
    {
        writer.Write(groups.Count);
        writer.WriteArray<int>(groups.Labels);
    }

    public static Partition ReadPartition(this BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return new Partition(reader.ReadArray<int>(), count);
    }
}
