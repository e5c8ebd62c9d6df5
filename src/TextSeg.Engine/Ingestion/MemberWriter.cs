using System.Data.Common;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>Numbers the members of the workspace; one who is known keeps the number and the name first seen.</summary>
internal sealed class MemberWriter : IDisposable
{
    private readonly Dictionary<(string Source, string ExternalId), long> _known = [];
    private readonly DbCommand _insert;

    public MemberWriter(DbConnection connection)
    {
        _insert = connection.Prepare("INSERT INTO Members (Source, ExternalId, Name) VALUES ($1, $2, $3) RETURNING Id", 3);
        foreach (var (key, id) in connection.Query("SELECT Source, ExternalId, Id FROM Members", row => ((row.GetString(0), row.GetString(1)), row.GetInt64(2))))
        {
            _known[key] = id;
        }
    }

    /// <summary>Members that were not known before.</summary>
    public long Added { get; private set; }

    public long IdOf(string source, string externalId, string? name)
    {
        if (!_known.TryGetValue((source, externalId), out var id))
        {
            id = (long)_insert.Bind(source, externalId, name).ExecuteScalar()!;
            _known.Add((source, externalId), id);
            Added++;
        }

        return id;
    }

    public void Dispose() => _insert.Dispose();
}
