namespace TextSeg.Mining.Clustering.Dbscan;

/// <summary>What DBSCAN found.</summary>
/// <param name="Groups">The cluster of each row, numbered by falling size; −1 for noise.</param>
/// <param name="IsCore">Whether each row has enough rows around it.</param>
/// <param name="Strength">1 for a core row, epsilon over its core distance for a row at the border, 0 for noise.</param>
/// <param name="Epsilon">The distance used, given or found.</param>
public sealed record DbscanResult(Partition Groups, bool[] IsCore, float[] Strength, double Epsilon);
