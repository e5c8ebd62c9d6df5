namespace TextSeg.Engine.Storage;

/// <summary>Lists as one parameter of a statement.</summary>
internal static class SqlList
{
    /// <summary>Whole numbers, as <see cref="DatabaseProvider.NumbersIn"/> reads them.</summary>
    public static string Of(IEnumerable<long> numbers) => "[" + string.Join(',', numbers) + "]";
}
