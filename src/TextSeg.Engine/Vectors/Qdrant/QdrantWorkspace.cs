using System.Net;
using TextSeg.Engine.Vectors.Qdrant.Wire;

namespace TextSeg.Engine.Vectors.Qdrant;

/// <summary>
/// The vectors of one workspace on a Qdrant server: a collection for each model that has or had vectors, and an alias that names the current one for tools outside.
/// TextSeg itself opens collections by the model of the run in the database, so the alias is never waited for.
/// </summary>
/// <param name="connection">To the server; not owned.</param>
/// <param name="workspace">The workspace's name, any text.</param>
public sealed class QdrantWorkspace(QdrantConnection connection, string workspace) : WorkspaceVectors
{
    private readonly QdrantNames _names = new(connection.Options.Prefix, workspace);

    /// <summary>The name under which tools outside find the current vectors.</summary>
    public string Alias => _names.Alias;

    private TimeSpan Limit => connection.Options.WriteTimeout;

    /// <summary>A model's vectors, to add to. Sends nothing yet.</summary>
    public override QdrantVectorStore Open(string modelId, int dimension) => new(connection, workspace, modelId, dimension, isWriter: true);

    /// <summary>A model's vectors, to search. Sends nothing yet.</summary>
    public override QdrantVectorStore OpenToRead(string modelId, int dimension) => new(connection, workspace, modelId, dimension, isWriter: false);

    /// <summary>A model's vectors, to search, whatever their dimension.</summary>
    /// <exception cref="VectorStoreException">There are none.</exception>
    public override async Task<IVectorStore> OpenToReadAsync(string modelId, CancellationToken cancellationToken = default) =>
        OpenToRead(modelId, await DimensionAsync(_names.Collection(modelId), cancellationToken) ?? throw connection.Faults.NoCollection(workspace, modelId));

    /// <summary>The models that have a collection, in order.</summary>
    public override async Task<IReadOnlyList<string>> ModelsAsync(CancellationToken cancellationToken = default) =>
        [.. (await CollectionsAsync(cancellationToken)).Select(collection => collection.Model).Order(StringComparer.Ordinal)];

    /// <summary>The model that the alias names; null for none.</summary>
    public async Task<string?> CurrentAsync(CancellationToken cancellationToken = default) =>
        await TargetAsync(cancellationToken) is { } target ? (await CollectionsAsync(cancellationToken)).FirstOrDefault(collection => collection.Name == target).Model : null;

    /// <summary>Moves the alias to a model's collection at one moment, and looks that it is there.</summary>
    /// <exception cref="VectorStoreException">The model has no vectors here.</exception>
    public async Task SwitchAsync(string modelId, CancellationToken cancellationToken = default)
    {
        var target = _names.Collection(modelId);
        AliasAction[] actions =
        [
            new() { DeleteAlias = new AliasToDelete(Alias) },
            new() { CreateAlias = new AliasEntry(target, Alias) },
        ];
        var request = QdrantRequest.Make("collections/aliases", new AliasRequest(actions), QdrantJson.Default.AliasRequest, "to move an alias", Limit, HttpMethod.Post);
        var answer = await connection.SendAsync(request, cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound && answer.Complaint().Length > 0)
        {
            throw connection.Faults.NoCollection(workspace, modelId);
        }

        if (!answer.IsGood || await TargetAsync(cancellationToken) != target)
        {
            throw connection.Faults.Refused(answer, request.Purpose);
        }
    }

    public override async Task ForgetAsync(IReadOnlyCollection<long> ids, string? butModel = null, CancellationToken cancellationToken = default)
    {
        foreach (var (name, model) in await CollectionsAsync(cancellationToken))
        {
            if (model != butModel && await DimensionAsync(name, cancellationToken) is { } dimension)
            {
                await Open(model, dimension).DeleteAsync(ids, cancellationToken);
            }
        }
    }

    public override async Task<int> EraseAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken = default)
    {
        var erased = 0;
        foreach (var model in await ModelsAsync(cancellationToken))
        {
            if (await DimensionAsync(_names.Collection(model), cancellationToken) is { } dimension)
            {
                var store = Open(model, dimension);
                erased += ids.Count - (await store.MissingAsync(ids, cancellationToken)).Count;
                await store.DeleteAsync(ids, cancellationToken);
            }
        }

        return erased;
    }

    public override async Task SettleAsync(string current, string? begun, CancellationToken cancellationToken = default)
    {
        try
        {
            await SwitchAsync(current, cancellationToken);
            await KeepOnlyAsync([.. new[] { current, begun }.OfType<string>()], cancellationToken);
        }
        catch (VectorStoreException fault) when (fault.RetryAfter is not null)
        {
            // The server is away: the alias and old collections wait for the next run, and no search looks at them.
        }
    }

    /// <summary>Removes the collections of all models but these; the one that the alias names stays as well.</summary>
    public async Task KeepOnlyAsync(IReadOnlyCollection<string> modelIds, CancellationToken cancellationToken = default)
    {
        var current = await TargetAsync(cancellationToken);
        foreach (var (name, model) in await CollectionsAsync(cancellationToken))
        {
            if (name != current && !modelIds.Contains(model))
            {
                await DropAsync(name, cancellationToken);
            }
        }
    }

    /// <summary>Removes all vectors of the workspace, and the alias with them.</summary>
    /// <exception cref="VectorStoreException">Some are still there.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (name, _) in await CollectionsAsync(cancellationToken))
        {
            await DropAsync(name, cancellationToken);
        }

        if ((await CollectionsAsync(cancellationToken)).Count > 0)
        {
            throw connection.Faults.NotSeen(Limit);
        }
    }

    private async Task DropAsync(string collection, CancellationToken cancellationToken)
    {
        var request = new QdrantRequest(HttpMethod.Delete, $"collections/{collection}", null, "to delete a collection", Limit);
        var answer = await connection.SendAsync(request, cancellationToken);
        if (!answer.IsGood)
        {
            throw connection.Faults.Refused(answer, request.Purpose);
        }
    }

    /// <summary>This workspace's collections; one that another process is just removing, or that is not TextSeg's, is left out.</summary>
    private async Task<IReadOnlyList<(string Name, string Model)>> CollectionsAsync(CancellationToken cancellationToken)
    {
        var list = await AskAsync("collections", "to list collections", QdrantJson.Default.Listed, cancellationToken);
        var own = new List<(string, string)>();
        foreach (var name in (list?.Collections ?? []).Select(collection => collection.Name).Where(_names.IsOwn))
        {
            if ((await DescribeAsync(name, cancellationToken))?.Config.Metadata is { Model: { } model } metadata && metadata.Workspace == workspace)
            {
                own.Add((name, model));
            }
        }

        return own;
    }

    private async Task<int?> DimensionAsync(string collection, CancellationToken cancellationToken) =>
        (await DescribeAsync(collection, cancellationToken))?.Config.Params.Vectors?.Text?.Size;

    private async Task<string?> TargetAsync(CancellationToken cancellationToken) =>
        (await AskAsync("aliases", "to list aliases", QdrantJson.Default.Aliased, cancellationToken))?.Aliases.FirstOrDefault(alias => alias.AliasName == Alias)?.CollectionName;

    private Task<CollectionInfo?> DescribeAsync(string collection, CancellationToken cancellationToken) =>
        AskAsync($"collections/{collection}", "to describe a collection", QdrantJson.Default.Described, cancellationToken);

    private async Task<T?> AskAsync<T>(string path, string purpose, System.Text.Json.Serialization.Metadata.JsonTypeInfo<Envelope<T>> form, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await connection.SendAsync(QdrantRequest.Get(path, purpose, connection.Options.ReadTimeout), cancellationToken);
        return answer.IsGood ? answer.Result(form) ?? throw connection.Faults.Unreadable(purpose)
            : answer.Status == HttpStatusCode.NotFound && answer.Complaint().Length > 0 ? null
            : throw connection.Faults.Refused(answer, purpose);
    }
}
