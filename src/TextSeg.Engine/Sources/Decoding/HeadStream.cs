namespace TextSeg.Engine.Sources.Decoding;

/// <summary>A read-only stream whose first bytes can be looked at before they are read, for streams that cannot seek.</summary>
internal sealed class HeadStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _headLength;
    private int _position;

    /// <param name="inner">Stream to read; owned.</param>
    /// <param name="headLength">Bytes to hold at most.</param>
    public HeadStream(Stream inner, int headLength)
    {
        _inner = inner;
        _head = new byte[headLength];
        _headLength = inner.ReadAtLeast(_head, headLength, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes, fewer where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Leaves out the next bytes of the head, such as a byte order mark.</summary>
    public void Skip(int count) => _position += count;

    public override int Read(Span<byte> buffer)
    {
        if (_position >= _headLength)
        {
            return _inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _headLength - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
