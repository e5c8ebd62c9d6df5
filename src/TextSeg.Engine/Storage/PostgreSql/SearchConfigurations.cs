using System.Data.Common;

namespace TextSeg.Engine.Storage.PostgreSql;

/// <summary>PostgreSQL's text search configurations by language, and "simple" for languages without one.</summary>
internal static class SearchConfigurations
{
    private const string Simple = "simple";

    // ISO 639-1 codes and the names of PostgreSQL 15's own configurations (manual, chapter 12.6).
    private static readonly Dictionary<string, string> Names = new()
    {
        ["ar"] = "arabic", ["ca"] = "catalan", ["da"] = "danish", ["de"] = "german", ["el"] = "greek", ["en"] = "english", ["es"] = "spanish", ["eu"] = "basque",
        ["fi"] = "finnish", ["fr"] = "french", ["ga"] = "irish", ["hi"] = "hindi", ["hu"] = "hungarian", ["hy"] = "armenian", ["id"] = "indonesian", ["it"] = "italian",
        ["lt"] = "lithuanian", ["ne"] = "nepali", ["nl"] = "dutch", ["no"] = "norwegian", ["pt"] = "portuguese", ["ro"] = "romanian", ["ru"] = "russian", ["sr"] = "serbian",
        ["sv"] = "swedish", ["ta"] = "tamil", ["tr"] = "turkish", ["yi"] = "yiddish",
    };

    /// <summary>Those of the table that this server has.</summary>
    public static IReadOnlyDictionary<string, string> Known(DbConnection connection)
    {
        var there = connection.Query("SELECT cfgname::text FROM pg_catalog.pg_ts_config", row => row.GetString(0)).ToHashSet();
        return Names.Where(pair => there.Contains(pair.Value)).ToDictionary();
    }

    /// <summary>The configuration of a language, as SQL.</summary>
    public static string Expression(string language, IReadOnlyDictionary<string, string> known) => known.Count == 0
        ? $"'{Simple}'"
        : $"CASE {language} {string.Join(' ', known.Select(pair => $"WHEN '{pair.Key}' THEN '{pair.Value}'"))} ELSE '{Simple}' END";

    /// <summary>Those that posts are indexed by; each is one look-up in the index.</summary>
    public static IReadOnlyList<string> Used(DbConnection connection) =>
    [
        .. connection.Query(
            """
            WITH RECURSIVE Used(Configuration) AS (
                (SELECT Configuration FROM PostWords ORDER BY Configuration LIMIT 1)
                UNION ALL
                SELECT (SELECT Configuration FROM PostWords WHERE PostWords.Configuration > Used.Configuration ORDER BY Configuration LIMIT 1)
                FROM Used WHERE Used.Configuration IS NOT NULL)
            SELECT Configuration FROM Used WHERE Configuration IS NOT NULL
            """,
            row => row.GetString(0)).DefaultIfEmpty(Simple),
    ];
}
