using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Annotation;

/// <summary>Writes annotations, many at a time.</summary>
internal static class AnnotationRows
{
    private static readonly ColumnShape[] Columns =
    [
        new("PostId", ColumnKind.LongWhole), new("Kind", ColumnKind.Text), new("Label", ColumnKind.Text), new("Confidence", ColumnKind.Real), new("Model", ColumnKind.Text),
    ];

    /// <summary>A writer of new rows: post, kind, label, confidence, model.</summary>
    public static RowWriter Write(Workspace workspace) => workspace.Connection.Provider.CreateRowWriter(workspace.Connection, "Annotations", Columns);

    /// <summary>Removes what posts have, of all kinds but one where it is given.</summary>
    public static void Forget(Workspace workspace, IEnumerable<long> posts, string butKind = "")
    {
        using var forget = workspace.Connection.Prepare($"DELETE FROM Annotations WHERE PostId IN ({workspace.Connection.Provider.NumbersIn("$1")}) AND Kind <> $2", 2);
        forget.Bind(SqlList.Of(posts), butKind).ExecuteNonQuery();
    }
}
