using System.Buffers;

namespace TextSeg.Server.Api.Bodies;

/// <summary>One record of a push as it came, valid until the next is read; or what is wrong with it.</summary>
internal readonly record struct PostRecord(ReadOnlySequence<byte> Json, string? Fault)
{
    public static PostRecord TooLong => new(default, "The record is longer than 1 MiB.");

    public static PostRecord TooLongInArray => new(default, "The record is longer than 1 MiB; it and what follows it were not read.");

    public static PostRecord NoArray => new(default, "From here on the body is no JSON array of records.");
}
