using TextSeg.Engine.Storage;
using TextSeg.Engine.Vectors;
using TextSeg.Mining;

namespace TextSeg.Engine;

/// <summary>All posts with words, one row each, as the corpus stages see them.</summary>
public sealed record MiningCorpus : IDisposable
{
    private const int FetchedAtOnce = 16_384;

    /// <summary>Post of each row.</summary>
    public required long[] PostIds { get; init; }

    /// <summary>Identity of each row that does not depend on the order of posts: from source and external id.</summary>
    public required ulong[] StableKeys { get; init; }

    /// <summary>Place of each row's author in <see cref="MemberIds"/>, −1 where unknown.</summary>
    public required int[] MemberOf { get; init; }

    /// <summary>Members in the order of their first row.</summary>
    public required long[] MemberIds { get; init; }

    /// <summary>Place of each row's language in <see cref="Languages"/>, −1 where unknown.</summary>
    public required int[] LanguageOf { get; init; }

    /// <summary>Languages in alphabetical order.</summary>
    public required string[] Languages { get; init; }

    /// <summary>Equal for rows of the same text.</summary>
    public required long[] TextKeyOf { get; init; }

    /// <summary>Unit vectors.</summary>
    public required VectorTable Vectors { get; init; }

    /// <summary>The file that the vectors of very many posts lie in.</summary>
    private MappedRows? Mapped { get; init; }

    /// <summary>Says that the vectors are not needed for a while: those of very many posts leave the memory until they are read again.</summary>
    public void Rest() => Mapped?.Rest();

    /// <summary>Lets the file of the vectors go where there is one; they are not to be used afterwards.</summary>
    public void Dispose() => Mapped?.Dispose();

    /// <summary>Reads the workspace; every post must have its vector.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="store">Its vectors.</param>
    /// <param name="mostWhole">Posts up to which vectors keep their precision; those of more are shortened (<see cref="QuantizedRows"/>).</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="run">Take the posts of one run alone; null for all.</param>
    /// <param name="butState">Of those, leave out the ones in this state; null for none.</param>
    public static async Task<MiningCorpus> LoadAsync(
        Workspace workspace, IVectorStore store, int mostWhole, CancellationToken cancellationToken, long? run = null, string? butState = null)
    {
        var rows = workspace.Connection.Query(
            "SELECT Id, Source, ExternalId, MemberId, Language, TextKey FROM Posts WHERE Prose <> '' AND (CAST($1 AS BIGINT) IS NULL OR Id IN (SELECT PostId FROM PostTopics WHERE RunId = $1 AND State IS DISTINCT FROM $2)) ORDER BY Id",
            row => (Id: row.GetInt64(0), Key: (ulong)ContentHash.Of(row.GetString(1) + '\u001F' + row.GetString(2)), Member: row.Number(3), Language: row.Text(4), Text: row.GetInt64(5)),
            run,
            butState).ToList();
        var members = rows.Select(row => row.Member).OfType<long>().Distinct().ToArray();
        var languages = rows.Select(row => row.Language).OfType<string>().Where(code => code != "unknown").Distinct().Order(StringComparer.Ordinal).ToArray();
        var memberPlace = members.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var ids = rows.Select(row => row.Id).ToArray();
        var mapped = ids.Length <= mostWhole ? null : await FetchShortenedAsync(store, ids, workspace.Folder, cancellationToken);
        return new MiningCorpus
        {
            PostIds = ids,
            StableKeys = [.. rows.Select(row => row.Key)],
            MemberIds = members,
            MemberOf = [.. rows.Select(row => row.Member is { } id ? memberPlace[id] : -1)],
            Languages = languages,
            LanguageOf = [.. rows.Select(row => row.Language is null ? -1 : Array.IndexOf(languages, row.Language))],
            TextKeyOf = [.. rows.Select(row => row.Text)],
            Vectors = ids.Length == 0 ? new VectorTable(store.Dimension, [])
                : mapped is not null ? new VectorTable(mapped.Rows)
                : await store.FetchAsync(ids, cancellationToken),
            Mapped = mapped,
        };
    }

    private static async Task<MappedRows> FetchShortenedAsync(IVectorStore store, long[] ids, string folder, CancellationToken cancellationToken)
    {
        var shortened = MappedRows.Unnamed(folder, ids.Length, store.Dimension);
        var row = 0;
        foreach (var part in ids.Chunk(FetchedAtOnce))
        {
            var rows = await store.FetchAsync(part, cancellationToken);
            for (var place = 0; place < part.Length; place++)
            {
                shortened.Rows.Set(row++, rows[place]);
            }
        }

        return shortened;
    }
}
