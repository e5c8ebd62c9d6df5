namespace TextSeg.Engine.Vectors.Qdrant.Wire;

/// <summary>Body of PUT /collections/{name}.</summary>
internal sealed record CollectionRequest(TextVectorParams Vectors, QuantizationConfig QuantizationConfig, bool OnDiskPayload, CollectionMetadata Metadata);

internal sealed record QuantizationConfig(ScalarQuantization Scalar);

internal sealed record ScalarQuantization(string Type, double Quantile, bool AlwaysRam);

/// <summary>Body of PUT /collections/{name}/index.</summary>
internal sealed record IndexRequest(string FieldName, IndexSchema FieldSchema);

internal sealed record IndexSchema(string Type, bool Lookup, bool Range);

/// <summary>Body of PUT /collections/{name}/points.</summary>
internal sealed record UpsertRequest(IEnumerable<PointToStore> Points);

internal sealed record PointToStore(ulong Id, TextVector Vector, PointPayload Payload);

/// <summary>What filters may ask for: the post's number, so that runs of numbers need not be listed one by one.</summary>
internal sealed record PointPayload(long Post);

/// <summary>Body of POST /collections/{name}/points/delete.</summary>
internal sealed record DeleteRequest(ulong[] Points);

/// <summary>Body of POST /collections/{name}/points.</summary>
internal sealed record RetrieveRequest(ulong[] Ids, string[] WithVector, bool WithPayload = false);

/// <summary>Body of POST /collections/{name}/points/scroll.</summary>
internal sealed record ScrollRequest(PointFilter Filter, int Limit, ulong? Offset, bool WithPayload = false, bool WithVector = false);

/// <summary>Body of POST /collections/{name}/points/count.</summary>
internal sealed record CountRequest(PointFilter Filter, bool Exact = true);

/// <summary>Body of POST /collections/{name}/points/query.</summary>
internal sealed record NearestRequest(
    float[] Query, string Using, PointFilter? Filter, SearchParams Params, float? ScoreThreshold, long Limit, bool WithPayload = false, bool WithVector = false);

internal sealed record SearchParams(bool Exact, int? HnswEf, QuantizationSearch Quantization);

internal sealed record QuantizationSearch(bool Ignore, bool Rescore, double? Oversampling);

/// <summary>Which points: all of <paramref name="Must"/>, and one of <paramref name="Should"/>.</summary>
internal sealed record PointFilter(PointCondition[]? Must = null, PointCondition[]? Should = null);

/// <summary>One condition; exactly one of its kinds is set.</summary>
internal sealed record PointCondition
{
    public ulong[]? HasId { get; init; }

    public string? HasVector { get; init; }

    public string? Key { get; init; }

    public NumberRange? Range { get; init; }
}

internal sealed record NumberRange(double Gte, double Lte);

/// <summary>Body of POST /collections/aliases; the actions happen at one moment.</summary>
internal sealed record AliasRequest(AliasAction[] Actions);

internal sealed record AliasAction
{
    public AliasToDelete? DeleteAlias { get; init; }

    public AliasEntry? CreateAlias { get; init; }
}

internal sealed record AliasToDelete(string AliasName);
