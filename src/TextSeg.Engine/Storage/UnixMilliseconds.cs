using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TextSeg.Engine.Storage;

/// <summary>How every time is stored: UTC, milliseconds since 1970. Sorts and compares as a number in any database.</summary>
public sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
