using TextSeg.Mining;
using TextSeg.Mining.Neighbors.InvertedFile;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>What an index knows beside its rows.</summary>
/// <param name="Centres">The centre of each list.</param>
/// <param name="Limits">Rows from which on each list is to be split.</param>
/// <param name="Ids">The ids of each list.</param>
/// <param name="Fit">As in <see cref="NeighborIndexState"/>.</param>
/// <param name="Changes">As in <see cref="NeighborIndexState"/>.</param>
internal sealed record PlacementIndexHead(VectorTable Centres, int[] Limits, long[][] Ids, (int Probes, double Recall, int Rows) Fit, int Changes)
{
    /// <summary>Rows of all lists.</summary>
    public int Rows => Ids.Sum(ids => ids.Length);

    public static void Write(BinaryWriter writer, NeighborIndexState state)
    {
        state.Centres.Write(writer);
        writer.Write(state.Fit.Probes);
        writer.Write(state.Fit.Recall);
        writer.Write(state.Fit.Rows);
        writer.Write(state.Changes);
        foreach (var list in state.Lists)
        {
            writer.Write(list.Limit);
            writer.Write(list.Ids.Length);
            Array.ForEach(list.Ids, writer.Write);
        }
    }

    public static PlacementIndexHead Read(BinaryReader reader)
    {
        var centres = VectorTable.Read(reader);
        var fit = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32());
        var changes = reader.ReadInt32();
        var (limits, ids) = (new int[centres.Count], new long[centres.Count][]);
        for (var list = 0; list < limits.Length; list++)
        {
            limits[list] = reader.ReadInt32();
            ids[list] = new long[reader.ReadInt32()];
            for (var place = 0; place < ids[list].Length; place++)
            {
                ids[list][place] = reader.ReadInt64();
            }
        }

        return new PlacementIndexHead(centres, limits, ids, fit, changes);
    }
}
