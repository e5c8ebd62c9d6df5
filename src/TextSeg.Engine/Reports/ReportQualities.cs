using TextSeg.Engine.Importing;
using TextSeg.Engine.Queries;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Reports;

/// <summary>What the data-quality strip counts.</summary>
internal sealed class ReportQualities(Workspace workspace, CurrentRun run)
{
    public ReportQuality Read() => new()
    {
        Taken = (int)workspace.Connection.Query("SELECT COUNT(*) FROM Posts", row => row.GetInt64(0)).Single(),
        Rejected = (int)workspace.Connection.Query($"SELECT COUNT(*) FROM RejectedRows WHERE Source NOT LIKE '{ImportRecords.Prefix}%'", row => row.GetInt64(0)).Single(),
        Reasons = Counts($"SELECT Reason, COUNT(*) FROM RejectedRows WHERE Source NOT LIKE '{ImportRecords.Prefix}%' GROUP BY Reason ORDER BY 2 DESC, 1 LIMIT 6"),
        Duplicates = run.Facts.Duplicates,
        Masked = Masked(),
        Languages = Counts("SELECT COALESCE(Language, 'unknown'), COUNT(*) FROM Posts GROUP BY 1 ORDER BY 2 DESC, 1"),
        ShareUnsure = run.Facts.Shares.GetValueOrDefault("unsure"),
        ShareNone = run.Facts.Shares.GetValueOrDefault("none"),
        QuietMembers = run.Facts.QuietMembers,
        MembersInNone = run.Facts.MembersInNone,
    };

    private List<ReportCount> Masked() => [.. workspace.Connection.Query("SELECT Masked FROM Posts WHERE Masked IS NOT NULL", row => row.GetString(0))
        .SelectMany(kinds => kinds.Split(' ')).GroupBy(InWords)
        .Select(kind => new ReportCount(kind.Key, kind.Count())).OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>For example "street address" for StreetAddress.</summary>
    private static string InWords(string kind) => kind.ToUpperInvariant() switch
    {
        "EMAIL" => "e-mail",
        "IPADDRESS" => "IP address",
        "IBAN" => "IBAN",
        "STREETADDRESS" => "street address",
        "MEMBERNAME" => "member's name",
        _ => kind.ToLowerInvariant(),
    };

    private List<ReportCount> Counts(string sql) => [.. workspace.Connection.Query(sql, row => new ReportCount(row.GetString(0), row.GetInt32(1)))];
}
