using TextSeg.Mining;

namespace TextSeg.Engine.Vectors;

/// <summary>Vectors to store.</summary>
/// <param name="ModelId">Who made them.</param>
/// <param name="Ids">One number per row, of any value; of an id that comes twice the last row counts.</param>
/// <param name="Rows">Rows of length 1; a text without any known piece may be a row of zeros.</param>
public sealed record VectorBatch(string ModelId, IReadOnlyList<long> Ids, VectorTable Rows);
