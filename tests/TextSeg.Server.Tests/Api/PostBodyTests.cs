using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using TextSeg.Server.Api.Bodies;

namespace TextSeg.Server.Tests.Api;

public sealed class PostBodyTests
{
    private const string Fine = "{\"id\":\"1\"}";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 16)]
    public async Task HoweverABodyArrivesItsRecordsAreTheSame(int piece)
    {
        (await LinesAsync($"{Fine}\n\n \r\n[2]\r\n{Fine}", piece)).ShouldBe([Fine, "[2]\r", Fine]);
        (await ElementsAsync($" [ {Fine} ,[{{\"a\":[1]}}], 3,\"x\" ]  ", piece)).ShouldBe([Fine, "[{\"a\":[1]}]", "3", "\"x\""]);
        (await ElementsAsync("[]", piece)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,")]
    [InlineData("[1,}")]
    [InlineData("nonsense")]
    public async Task WhatIsNoArrayIsSaidSoOnceAndWhatCameBeforeStands(string body)
    {
        var records = await ElementsAsync(body, 3);
        records[^1].ShouldStartWith("!From here on");
        records.Count(record => record[0] == '!').ShouldBe(1);
        records.Count.ShouldBe(body.StartsWith("[1", StringComparison.Ordinal) ? 2 : 1);
    }

    [Fact]
    public async Task ALineThatIsTooLongIsPassedOverAndTheNextIsRead()
    {
        var tooLong = new string('x', PostBody.RecordBytes + 1);
        (await LinesAsync($"{Fine}\n{tooLong}\n{Fine}\n{tooLong}", 1 << 14)).ShouldBe([Fine, "!The record is longer than 1 MiB.", Fine, "!The record is longer than 1 MiB."]);
        (await LinesAsync($"{tooLong[1..]}\n", 1 << 14)).Single()[0].ShouldBe('x');
    }

    [Fact]
    public async Task AnElementThatIsTooLongEndsTheArray()
    {
        var records = await ElementsAsync($"[{Fine},\"{new string('x', PostBody.RecordBytes)}\",{Fine}]", 1 << 14);
        records.Count.ShouldBe(2);
        records[1].ShouldContain("longer than 1 MiB");
    }

    [Fact]
    public async Task AnEndlessLineIsNotHeld()
    {
        var body = new CountedBody(64 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        (await ReadAsync(RecordLines.ReadAsync(PipeReader.Create(body), default))).ShouldBe(["!The record is longer than 1 MiB."]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16L << 20);
    }

    [Fact]
    public async Task ATooDeepElementIsAFault() =>
        (await ElementsAsync(new string('[', 5_000), 64)).ShouldHaveSingleItem().ShouldStartWith("!From here on");

    private static Task<List<string>> LinesAsync(string body, int piece) => ReadAsync(RecordLines.ReadAsync(Pieces(body, piece), default));

    private static Task<List<string>> ElementsAsync(string body, int piece) => ReadAsync(RecordElements.ReadAsync(Pieces(body, piece), default));

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<PostRecord> records)
    {
        List<string> read = [];
        await foreach (var record in records)
        {
            read.Add(record.Fault is { } fault ? $"!{fault}" : Encoding.UTF8.GetString(record.Json));
        }

        return read;
    }

    private static PipeReader Pieces(string body, int piece) => PipeReader.Create(new PiecewiseStream(Encoding.UTF8.GetBytes(body), piece));

    /// <summary>Gives a few bytes at a time, as a slow network does.</summary>
    private sealed class PiecewiseStream(byte[] body, int piece) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }

    /// <summary>Many letters and no end of line.</summary>
    private sealed class CountedBody(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var given = (int)Math.Min(_left, buffer.Length);
            buffer.Span[..given].Fill((byte)'x');
            _left -= given;
            return ValueTask.FromResult(given);
        }
    }
}
