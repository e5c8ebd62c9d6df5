namespace TextSeg.Engine.Access;

/// <summary>Which rights a role has.</summary>
public static class RoleRights
{
    /// <summary>All rights of a role.</summary>
    public static IReadOnlySet<Right> Of(Role role) => role switch
    {
        Role.Reader => new HashSet<Right> { Right.Read },
        Role.Analyst => new HashSet<Right> { Right.Read, Right.Ingest, Right.Mine, Right.Edit },
        Role.Administrator => Enum.GetValues<Right>().ToHashSet(),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
