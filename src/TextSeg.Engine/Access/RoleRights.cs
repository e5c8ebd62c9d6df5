using System.Collections.Frozen;

namespace TextSeg.Engine.Access;

/// <summary>Which rights a role has.</summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Rights = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Reader] = [Right.Read],
        [Role.Analyst] = [Right.Read, Right.Ingest, Right.Mine, Right.Edit],
        [Role.Administrator] = Enum.GetValues<Right>().ToFrozenSet(),
    }.ToFrozenDictionary();

    /// <summary>All rights of a role.</summary>
    public static IReadOnlySet<Right> Of(Role role) => Rights[role];
}
