using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Segments.Placement;

/// <summary>The members whose posts changed since they were placed in a segment.</summary>
internal sealed class WaitingMembers(Workspace workspace)
{
    /// <summary>Who places which of them.</summary>
    public RowClaims Claims { get; } = new(workspace, "WaitingMembers", "MemberId");

    /// <summary>Notes members. Whoever places one by the posts as they were loses the claim.</summary>
    public void Add(IEnumerable<long> members)
    {
        using var add = workspace.Connection.Prepare(
            $"""
            INSERT INTO WaitingMembers (MemberId) SELECT Id FROM Members WHERE Id IN ({workspace.Connection.Provider.NumbersIn("$1")})
            ON CONFLICT (MemberId) DO UPDATE SET ClaimedBy = NULL, ClaimedUntil = NULL
            """,
            1);
        add.Bind(SqlList.Of(members)).ExecuteNonQuery();
    }
}
