namespace TextSeg.Engine.Sources.Decoding;

/// <summary>A stream that ends with a fault after so many bytes: a small packed file may hold a very large one.</summary>
/// <param name="inner">Stream to read; owned.</param>
/// <param name="mostBytes">Bytes it may hold.</param>
internal sealed class BoundedStream(Stream inner, long mostBytes) : ReadOnlyStream(inner)
{
    private long _read;

    /// <exception cref="InvalidDataException">The stream holds more bytes than allowed.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = Inner.Read(buffer);
        _read += count;
        return _read <= mostBytes ? count : throw new InvalidDataException($"it holds more than {mostBytes:N0} bytes unpacked.");
    }
}
