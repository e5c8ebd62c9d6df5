namespace TextSeg.Mining;

/// <summary>
/// Keeps what the finished steps of a long stage found, so that the stage goes on there when it was stopped. Where it is kept is the caller's business;
/// so is that input and settings are still the same.
/// </summary>
/// <param name="find">Opens what was kept of a step; null when the step is not finished.</param>
/// <param name="keep">Keeps what the second argument writes, whole or not at all.</param>
public sealed class StageResults(Func<string, Stream?> find, Action<string, Action<Stream>> keep)
{
    /// <summary>Keeps nothing.</summary>
    public static StageResults None { get; } = new(_ => null, (_, _) => { });

    /// <summary>What a step found: read where it is kept, else made and kept.</summary>
    public T Once<T>(string step, Func<T> make, Action<BinaryWriter, T> write, Func<BinaryReader, T> read)
    {
        using (var stream = find(step))
        {
            if (stream is not null)
            {
                using var reader = new BinaryReader(stream);
                return read(reader);
            }
        }

        var made = make();
        keep(step, stream =>
        {
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            write(writer, made);
        });
        return made;
    }
}
