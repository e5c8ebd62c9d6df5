using TextSeg.Mining.Clustering;
using TextSeg.Mining.Neighbors;

namespace TextSeg.Mining.Topics;

/// <summary>Different texts and what is near them: all that the graph is made of.</summary>
/// <param name="NodeOf">The node of each row.</param>
/// <param name="NodeSizes">Rows in each node.</param>
/// <param name="Keys">Stable key of each node.</param>
/// <param name="Vectors">Centred unit vector of each node.</param>
/// <param name="Neighbors">Neighbours of each node.</param>
/// <param name="AuthorOf">The author of each node, −1 for none or several; empty where authors do not count.</param>
/// <param name="Recall">Share of the true nearest neighbours that were found; 1 where all were looked at.</param>
internal sealed record TopicNodes(int[] NodeOf, int[] NodeSizes, ulong[] Keys, VectorTable Vectors, NeighborTable Neighbors, int[] AuthorOf, double Recall)
{
    /// <summary>The graph of these nodes.</summary>
    public TopicGraph Link(int authorCap) =>
        new(NodeOf, NodeSizes, Keys, Vectors, NeighborGraph.Build(Neighbors, AuthorOf.Length > 0 ? AuthorOf : null, authorCap))
        {
            Neighbors = Neighbors,
            Recall = Recall,
        };

    /// <summary>Writes them for <see cref="StageResults"/>.</summary>
    public static void Write(BinaryWriter writer, TopicNodes nodes)
    {
        writer.WriteArray<int>(nodes.NodeOf);
        writer.WriteArray<int>(nodes.NodeSizes);
        writer.WriteArray<ulong>(nodes.Keys);
        nodes.Vectors.Write(writer);
        writer.Write(nodes.Neighbors.K);
        writer.WriteArray<int>(nodes.Neighbors.Indices);
        writer.WriteArray<float>(nodes.Neighbors.Similarities);
        writer.WriteArray<int>(nodes.AuthorOf);
        writer.Write(nodes.Recall);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TopicNodes Read(BinaryReader reader)
    {
        var (nodeOf, sizes, keys, vectors) = (reader.ReadArray<int>(), reader.ReadArray<int>(), reader.ReadArray<ulong>(), VectorTable.Read(reader));
        var k = reader.ReadInt32();
        var (indices, similarities, authors) = (reader.ReadArray<int>(), reader.ReadArray<float>(), reader.ReadArray<int>());
        return new TopicNodes(nodeOf, sizes, keys, vectors, new NeighborTable(k, indices, similarities), authors, reader.ReadDouble());
    }
}
