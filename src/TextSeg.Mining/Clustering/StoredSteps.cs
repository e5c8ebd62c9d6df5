namespace TextSeg.Mining.Clustering;

/// <summary>The finished steps of <see cref="GraphClusterer"/> as bytes, for <see cref="StageResults"/>.</summary>
internal static class StoredSteps
{
    public static void Write(BinaryWriter writer, ChosenLevel chosen)
    {
        writer.Write(chosen.Resolution);
        writer.WriteArray<double>(chosen.Choice.Resolutions);
        writer.WriteArray<int>(chosen.Choice.Counts);
    }

    public static ChosenLevel ReadChosenLevel(BinaryReader reader)
    {
        var resolution = reader.ReadDouble();
        var resolutions = reader.ReadArray<double>();
        return new ChosenLevel(resolution, new LevelChoice(resolutions, reader.ReadArray<int>()));
    }

    public static void Write(BinaryWriter writer, ReaderLevel level)
    {
        writer.Write(level.Groups);
        writer.Write(level.Resolution);
        writer.Write(level.Held.Agreement);
        writer.WriteArray<double>(level.Held.OfGroup);
        writer.WriteArray<float>(level.Trust);
    }

    public static ReaderLevel ReadReaderLevel(BinaryReader reader)
    {
        var groups = reader.ReadPartition();
        var resolution = reader.ReadDouble();
        var agreement = reader.ReadDouble();
        var ofGroup = reader.ReadArray<double>();
        return new ReaderLevel(groups, resolution, new ResamplingResult(agreement, ofGroup), reader.ReadArray<float>());
    }

    public static void Write(BinaryWriter writer, ClusterTree tree)
    {
        writer.Write(tree.Levels.Length);
        foreach (var level in tree.Levels)
        {
            writer.Write(level.Groups);
            writer.Write(level.Resolution);
            writer.Write(level.Silhouette);
            writer.Write(level.Stability);
            writer.WriteArray<double>(level.GroupStability);
            writer.WriteArray<int>(level.Parent);
        }

        writer.Write(tree.ReaderLevel);
        writer.WriteArray<float>(tree.Trust);
    }

    public static ClusterTree ReadTree(BinaryReader reader)
    {
        var levels = new ClusterLevel[reader.ReadInt32()];
        for (var level = 0; level < levels.Length; level++)
        {
            var groups = reader.ReadPartition();
            var (resolution, silhouette, stability) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            var ofGroup = reader.ReadArray<double>();
            levels[level] = new ClusterLevel(groups, resolution, silhouette, stability, ofGroup, reader.ReadArray<int>());
        }

        var readerLevel = reader.ReadInt32();
        return new ClusterTree(levels, readerLevel, reader.ReadArray<float>());
    }
}
