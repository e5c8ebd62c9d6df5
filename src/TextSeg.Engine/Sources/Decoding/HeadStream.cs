namespace TextSeg.Engine.Sources.Decoding;

/// <summary>A stream whose first bytes can be looked at before they are read, for streams that cannot seek.</summary>
internal sealed class HeadStream : ReadOnlyStream
{
    private readonly byte[] _head;
    private readonly int _headLength;
    private int _position;

    /// <param name="inner">Stream to read; owned.</param>
    /// <param name="headLength">Bytes to hold at most.</param>
    public HeadStream(Stream inner, int headLength)
        : base(inner)
    {
        _head = new byte[headLength];
        _headLength = inner.ReadAtLeast(_head, headLength, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes, fewer where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>Leaves out the next bytes of the head, such as a byte order mark.</summary>
    public void Skip(int count) => _position += count;

    public override int Read(Span<byte> buffer)
    {
        if (_position >= _headLength)
        {
            return Inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _headLength - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
