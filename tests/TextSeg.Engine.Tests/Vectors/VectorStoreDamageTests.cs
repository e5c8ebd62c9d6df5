using TextSeg.Engine.Vectors;

namespace TextSeg.Engine.Tests.Vectors;

/// <summary>A store whose files were cut or changed anywhere gives what was stored, or an error that names the file; never other vectors.</summary>
public sealed class VectorStoreDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AWriteCutAtAnyByteLeavesTheStateBefore()
    {
        var before = await MakeAsync("before", segments: 1);
        var after = await MakeAsync("after", segments: 2);
        var written = Directory.GetFiles(after).Where(file => !File.Exists(Path.Combine(before, Path.GetFileName(file)))).ShouldHaveSingleItem();
        var expected = await ReadAsync(before);
        foreach (var (source, whole) in new[] { (written, false), (Path.Combine(after, "manifest"), true) })
        {
            var bytes = File.ReadAllBytes(source);
            for (var length = 0; length <= bytes.Length; length++)
            {
                if (whole)
                {
                    File.Copy(written, Path.Combine(before, Path.GetFileName(written)), overwrite: true);
                }

                var interrupted = Path.Combine(before, Path.GetFileName(source) + ".new");
                File.WriteAllBytes(interrupted, bytes[..length]);

                (await ReadAsync(before)).ShouldBe(expected, $"{Path.GetFileName(source)} cut at byte {length}");
                File.Exists(interrupted).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task AChangedByteAnywhereIsNoticedOrHarmless()
    {
        var folder = await MakeAsync("changed", segments: 2);
        var expected = await ReadAsync(folder);
        var noticed = 0;
        foreach (var file in StoredFiles(folder))
        {
            var bytes = File.ReadAllBytes(file);
            for (var place = 0; place < bytes.Length; place++)
            {
                bytes[place] ^= 0x10;
                File.WriteAllBytes(file, bytes);
                bytes[place] ^= 0x10;
                try
                {
                    (await ReadAsync(folder)).ShouldBe(expected, $"{Path.GetFileName(file)}, byte {place}");
                }
                catch (VectorStoreException error)
                {
                    error.Message.ShouldContain(file);
                    noticed++;
                }
            }

            File.WriteAllBytes(file, bytes);
        }

        noticed.ShouldBeGreaterThan((int)(0.9 * StoredFiles(folder).Sum(file => new FileInfo(file).Length)));
    }

    [Fact]
    public async Task AFileCutAnywhereIsNoticedAndNamed()
    {
        var folder = await MakeAsync("cut", segments: 2);
        foreach (var file in StoredFiles(folder))
        {
            var bytes = File.ReadAllBytes(file);
            for (var length = 0; length < bytes.Length; length++)
            {
                File.WriteAllBytes(file, bytes[..length]);
                (await Should.ThrowAsync<VectorStoreException>(() => ReadAsync(folder), $"{Path.GetFileName(file)}, length {length}"))
                    .Message.ShouldContain(file);
            }

            File.WriteAllBytes(file, bytes);
        }
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("00000001.vectors")]
    public async Task AMissingFileIsNamed(string name)
    {
        var folder = await MakeAsync("missing", segments: 2);
        File.Delete(Path.Combine(folder, name));

        (await Should.ThrowAsync<VectorStoreException>(() => ReadAsync(folder))).Message.ShouldContain(name);
    }

    [Fact]
    public async Task ASegmentOfAnotherStoreCannotTakeThePlace()
    {
        var folder = await MakeAsync("one", segments: 2);
        var other = await MakeAsync("two", segments: 2, seed: 50);
        File.Copy(Path.Combine(other, "00000001.vectors"), Path.Combine(folder, "00000001.vectors"), overwrite: true);

        (await Should.ThrowAsync<VectorStoreException>(() => ReadAsync(folder))).Message.ShouldContain("00000001.vectors");
    }

    private static string[] StoredFiles(string folder) =>
        [.. Directory.GetFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];

    private static async Task<string> ReadAsync(string folder)
    {
        await using var store = EmbeddedVectorStore.Open(folder, InventedVectors.Model, InventedVectors.Dimension);
        var hits = await store.SearchAsync(InventedVectors.Query(3, 100));
        var vectors = await store.FetchAsync([.. hits.Select(hit => hit.Id)]);
        return string.Join(' ', hits) + string.Join(' ', vectors.Values);
    }

    private async Task<string> MakeAsync(string name, int segments, int seed = 1)
    {
        var folder = _folder.File(name);
        await using var store = EmbeddedVectorStore.Open(folder, InventedVectors.Model, InventedVectors.Dimension);
        for (var segment = 0; segment < segments; segment++)
        {
            await store.UpsertAsync(InventedVectors.Batch(segment * 5, 6, seed + segment));
        }

        return folder;
    }
}
