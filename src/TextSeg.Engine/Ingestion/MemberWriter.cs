using System.Data.Common;
using TextSeg.Engine.Storage;

namespace TextSeg.Engine.Ingestion;

/// <summary>
/// Numbers the members of the workspace; one who is known keeps the number and the name first seen. Members are looked up as they come,
/// so that a few posts cost the same in a large workspace as in a small one.
/// </summary>
internal sealed class MemberWriter(DbConnection connection) : IDisposable
{
    private readonly Dictionary<(string Source, string ExternalId), long> _known = [];
    private readonly DbCommand _find = connection.Prepare("SELECT Id FROM Members WHERE Source = $1 AND ExternalId = $2", 2);
    private readonly DbCommand _insert = connection.Prepare(
        "INSERT INTO Members (Source, ExternalId, Name) VALUES ($1, $2, $3) ON CONFLICT (Source, ExternalId) DO UPDATE SET Name = Members.Name RETURNING Id", 3);

    public long IdOf(string source, string externalId, string? name)
    {
        if (!_known.TryGetValue((source, externalId), out var id))
        {
            id = (long)(_find.Bind(source, externalId).ExecuteScalar() ?? _insert.Bind(source, externalId, name).ExecuteScalar()!);
            _known.Add((source, externalId), id);
        }

        return id;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }
}
