using System.Text;

namespace TextSeg.Engine.Sources.Decoding;

/// <summary>Reads bytes that are no text as U+FFFD, and counts them.</summary>
internal sealed class CountingFallback : DecoderFallback
{
    /// <summary>Byte sequences replaced so far.</summary>
    public long Count { get; private set; }

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(CountingFallback owner) : DecoderFallbackBuffer
    {
        private bool _pending;

        public override int Remaining => _pending ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Count++;
            _pending = true;
            return true;
        }

        public override char GetNextChar()
        {
            var next = _pending ? '\uFFFD' : '\0';
            _pending = false;
            return next;
        }

        public override bool MovePrevious() => false;

        public override void Reset() => _pending = false;
    }
}
