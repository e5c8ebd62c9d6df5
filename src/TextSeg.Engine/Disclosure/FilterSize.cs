using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Disclosure;

/// <summary>Refuses filters that leave so few members that their posts would stand apart.</summary>
public static class FilterSize
{
    /// <summary>Looks how many members a filter leaves. A filter that leaves nobody reveals nothing and is let through.</summary>
    /// <exception cref="JobException">It leaves some, but fewer than the minimum.</exception>
    public static void Require(Workspace workspace, SearchFilter filter, int minimum)
    {
        var sql = new FilterSql(workspace, filter, CurrentRun.RequiredId(workspace));
        if (sql.IsEmpty)
        {
            return;
        }

        var members = workspace.Connection.Query($"SELECT COUNT(DISTINCT MemberId) FROM Posts WHERE {sql.Where}", row => row.GetInt64(0), sql.Values).Single();
        if (members > 0 && members < minimum)
        {
            throw Refusal(minimum);
        }
    }

    /// <summary>What is answered to such a filter.</summary>
    internal static JobException Refusal(int minimum) => new($"The filter leaves posts of fewer than {minimum} members, and these are not shown apart: widen it.") { IsWrongUse = true };
}
