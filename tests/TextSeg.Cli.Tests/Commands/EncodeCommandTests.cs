using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace TextSeg.Cli.Tests.Commands;

public sealed class EncodeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NpyAndJsonLinesHoldTheSameUnitRowsInInputOrder()
    {
        var input = InventedPosts.Write(_folder, posts: 30);
        var (lines, table) = (_folder.File("vectors.jsonl"), _folder.File("vectors.npy"));
        BuiltProgram.Run("encode", input, "--out", lines).ShouldBeGood();
        var facts = BuiltProgram.Run("encode", input, "--out", table, "--json").ShouldBeGood().Json;
        var dimension = facts.GetProperty("dimension").GetInt32();

        var rows = File.ReadAllLines(lines).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        rows.Select(row => row.GetProperty("id").GetString()).ShouldBe(Enumerable.Range(0, 30).Select(post => $"p{post}"));
        var vectors = rows.Select(row => row.GetProperty("vector").EnumerateArray().Select(number => number.GetSingle()).ToArray()).ToArray();
        vectors.ShouldAllBe(vector => Math.Abs(vector.Sum(number => number * number) - 1) < 1e-3f);
        ReadNpy(table, 30, dimension).ShouldBe(vectors.SelectMany(vector => vector));
    }

    [Fact]
    public void APostWithoutWordsIsARowOfZeros()
    {
        var input = _folder.Write("posts.csv", "id,text\n1,The kettle on my stove whistles far too early.\n2,https://example.org/a\n");
        var output = _folder.File("vectors.jsonl");
        BuiltProgram.Run("encode", input, "--out", output).ShouldBeGood();
        var last = JsonDocument.Parse(File.ReadAllLines(output)[1]).RootElement;
        last.GetProperty("vector").EnumerateArray().ShouldAllBe(number => number.GetSingle() == 0);
    }

    /// <summary>Reads the header as the format's description says (numpy.lib.format, version 1.0).</summary>
    private static float[] ReadNpy(string path, int rows, int columns)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[..8].ShouldBe([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        ((10 + length) % 64).ShouldBe(0);
        var header = Encoding.ASCII.GetString(bytes, 10, length);
        header.ShouldStartWith($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}");
        header.ShouldEndWith("\n");
        (bytes.Length - 10 - length).ShouldBe(rows * columns * sizeof(float));
        return [.. Enumerable.Range(0, rows * columns).Select(place => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(10 + length + (place * sizeof(float)))))];
    }
}
