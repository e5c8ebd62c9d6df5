using System.Collections;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TextSeg.Engine.Standalone;

/// <summary>Prepared posts in a file, read one by one when asked for: a million of them take 8 MB of memory. Safe to read from several threads.</summary>
internal sealed class PreparedPostFile : IReadOnlyList<PreparedPost>, IDisposable
{
    private const int Ahead = 1 << 18;
    private readonly SafeFileHandle _file;
    private readonly long[] _starts;

    private PreparedPostFile(SafeFileHandle file, long[] starts) => (_file, _starts) = (file, starts);

    /// <inheritdoc/>
    public int Count => _starts.Length - 1;

    /// <inheritdoc/>
    public PreparedPost this[int index]
    {
        get
        {
            using var reader = Bytes(index, index + 1);
            return Read(reader);
        }
    }

    /// <summary>Writes posts and then where each begins.</summary>
    public static void Write(Stream stream, IEnumerable<PreparedPost> posts)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var starts = new List<long>();
        foreach (var post in posts)
        {
            starts.Add(stream.Position);
            Write(writer, post);
        }

        starts.Add(stream.Position);
        starts.ForEach(writer.Write);
        writer.Write(starts.Count);
    }

    /// <summary>Opens what <see cref="Write(Stream, IEnumerable{PreparedPost})"/> wrote.</summary>
    public static PreparedPostFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 20);
        using var reader = new BinaryReader(stream);
        stream.Position = stream.Length - sizeof(int);
        var starts = new long[reader.ReadInt32()];
        stream.Position = stream.Length - sizeof(int) - (starts.LongLength * sizeof(long));
        for (var post = 0; post < starts.Length; post++)
        {
            starts[post] = reader.ReadInt64();
        }

        return new PreparedPostFile(File.OpenHandle(path), starts);
    }

    /// <inheritdoc/>
    public IEnumerator<PreparedPost> GetEnumerator()
    {
        var first = 0;
        while (first < Count)
        {
            var next = first + 1;
            while (next < Count && _starts[next + 1] - _starts[first] <= Ahead)
            {
                next++;
            }

            using var reader = Bytes(first, next);
            for (; first < next; first++)
            {
                yield return Read(reader);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // A read may give fewer bytes than asked for.
    private BinaryReader Bytes(int first, int next)
    {
        var bytes = new byte[_starts[next] - _starts[first]];
        for (var read = 0; read < bytes.Length;)
        {
            var more = RandomAccess.Read(_file, bytes.AsSpan(read), _starts[first] + read);
            read += more > 0 ? more : throw new EndOfStreamException("A file of prepared posts is shorter than it says.");
        }

        return new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
    }

    private static void Write(BinaryWriter writer, PreparedPost post)
    {
        writer.Write(post.Source);
        writer.Write(post.Id);
        writer.Write(post.Prose);
        writer.Write(post.TextKey);
        writer.WriteText(post.Member);
        writer.WriteTime(post.Time);
        writer.WriteText(post.StatedLanguage);
        writer.Write(post.GuessedLanguage);
        writer.Write(post.LanguageConfidence);
        writer.WriteText(post.Label);
    }

    private static PreparedPost Read(BinaryReader reader) => new()
    {
        Source = reader.ReadString(),
        Id = reader.ReadString(),
        Prose = reader.ReadString(),
        TextKey = reader.ReadInt64(),
        Member = reader.ReadText(),
        Time = reader.ReadTime(),
        StatedLanguage = reader.ReadText(),
        GuessedLanguage = reader.ReadString(),
        LanguageConfidence = reader.ReadDouble(),
        Label = reader.ReadText(),
    };
}
