namespace TextSeg.Engine.Standalone;

/// <summary>Texts and times that may be absent, as bytes.</summary>
internal static class StoredText
{
    public static void WriteText(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    public static string? ReadText(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    public static void WriteTime(this BinaryWriter writer, DateTimeOffset? time)
    {
        writer.Write(time?.Ticks ?? -1);
        writer.Write((short)(time?.TotalOffsetMinutes ?? 0));
    }

    public static DateTimeOffset? ReadTime(this BinaryReader reader)
    {
        var (ticks, minutes) = (reader.ReadInt64(), reader.ReadInt16());
        return ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
    }
}
