using System.Security.Cryptography;
using System.Text;
using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Standalone;

/// <summary>
/// Posts as they were read, until all are there: names of members are masked in every post, so cleaning waits for the last one. They wait in memory, or in a file where
/// there is a folder for it; the file is removed when they are let go.
/// </summary>
internal sealed class RawPosts : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "raw";

    private readonly List<RawPost> _inMemory = [];
    private readonly MemoryStream _record = new();
    private readonly BinaryWriter _writer;
    private readonly string? _path;
    private readonly FileStream? _file;

    public RawPosts(StepFolder? folder)
    {
        _writer = new BinaryWriter(_record, Encoding.UTF8);
        _path = folder?.ScratchPath(FileName);
        _file = _path is null ? null : new FileStream(_path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 20);
    }

    /// <summary>Posts so far.</summary>
    public int Count { get; private set; }

    public void Add(RawPost post)
    {
        Count++;
        if (_file is null)
        {
            _inMemory.Add(post);
            return;
        }

        _record.SetLength(0);
        Write(post);
        var bytes = _record.GetBuffer().AsSpan(0, (int)_record.Length);
        _file.Write(bytes);
    }

    /// <summary>Tells these posts from all others, their order included; only where they are in a file.</summary>
    public string Hash()
    {
        _file!.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(_file));
    }

    /// <summary>How far it has come, for <see cref="GoBack"/>.</summary>
    public (int Count, long Length) Mark() => (Count, _file?.Position ?? 0);

    /// <summary>Forgets what was added since a mark: its input turned out to be unreadable.</summary>
    public void GoBack((int Count, long Length) mark)
    {
        Count = mark.Count;
        if (_file is null)
        {
            _inMemory.RemoveRange(Count, _inMemory.Count - Count);
        }
        else
        {
            _file.SetLength(mark.Length);
            _file.Position = mark.Length;
        }
    }

    /// <summary>All posts in order.</summary>
    public IEnumerable<RawPost> Read()
    {
        if (_file is null)
        {
            foreach (var post in _inMemory)
            {
                yield return post;
            }

            yield break;
        }

        _file.Position = 0;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        for (var post = 0; post < Count; post++)
        {
            yield return Read(reader);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file?.Dispose();
        if (_path is not null)
        {
            File.Delete(_path);
        }
    }

    private void Write(RawPost post)
    {
        _writer.Write(post.Source);
        _writer.Write(post.ExternalId);
        _writer.Write(post.Text);
        _writer.WriteText(post.Title);
        _writer.WriteText(post.Member);
        _writer.WriteText(post.MemberName);
        _writer.WriteText(post.Thread);
        _writer.WriteTime(post.Time);
        _writer.WriteText(post.Language);
        _writer.Write((byte)post.Kind);
        _writer.WriteText(post.Label);
    }

    // What cleaning does not look at is left out.
    private static RawPost Read(BinaryReader reader) => new()
    {
        Line = 0,
        Source = reader.ReadString(),
        ExternalId = reader.ReadString(),
        Text = reader.ReadString(),
        Title = reader.ReadText(),
        Member = reader.ReadText(),
        MemberName = reader.ReadText(),
        Thread = reader.ReadText(),
        Time = reader.ReadTime(),
        Language = reader.ReadText(),
        Kind = (PostKind)reader.ReadByte(),
        Label = reader.ReadText(),
    };
}
