using TextSeg.Engine.Sources;

namespace TextSeg.Engine.Tests.Sources;

/// <summary>Reads files wholly, for tests.</summary>
internal static class SourceReading
{
    public static (List<RawPost> Posts, List<RejectedRow> Rejected, SourceReport Report) Read(string path, SourceOptions? options = null)
    {
        var source = new SourceOpener(options ?? new SourceOptions(), new FixedClock(2026)).Open(InputFile.Of(path));
        var rows = source.ReadAsync(CancellationToken.None).ToBlockingEnumerable().ToList();
        return ([.. rows.Select(row => row.Post).OfType<RawPost>()], [.. rows.Select(row => row.Rejected).OfType<RejectedRow>()], source.Report);
    }

    public static string Fault(string path, SourceOptions? options = null) =>
        Should.Throw<JobException>(() => Read(path, options)).Message;
}
