using System.Text.Json.Serialization;

namespace TextSeg.Engine.Vectors.Qdrant.Wire;

/// <summary>Every good answer.</summary>
internal sealed record Envelope<T>(T? Result);

/// <summary>Every bad answer that is JSON.</summary>
internal sealed record ErrorEnvelope(ErrorStatus? Status);

internal sealed record ErrorStatus(string? Error);

/// <summary>Answer of the root path, which stands in no envelope.</summary>
internal sealed record ServerInfo(string? Title, string? Version);

/// <summary>Answer to a write: completed, acknowledged (not looked at yet) or wait_timeout.</summary>
internal sealed record WriteResult(string? Status);

internal sealed record NearestResult(ScoredPoint[] Points);

/// <summary>A hit; the score is null where the stored vector is not finite, the id where it is not a number.</summary>
internal sealed record ScoredPoint([property: JsonConverter(typeof(PointNumber))] ulong? Id, float? Score);

internal sealed record StoredPoint([property: JsonConverter(typeof(PointNumber))] ulong? Id, TextVector? Vector);

/// <summary>A page in the order of ids, numbers before all others; so an offset that is no number means that no number is left.</summary>
internal sealed record ScrollResult(StoredPoint[] Points, [property: JsonConverter(typeof(PointNumber))] ulong? NextPageOffset);

internal sealed record CountResult(long Count);

internal sealed record CollectionInfo(CollectionConfig Config, Dictionary<string, PayloadIndex>? PayloadSchema, long? PointsCount);

internal sealed record CollectionConfig(CollectionParams Params, CollectionMetadata? Metadata);

internal sealed record CollectionParams(TextVectorParams? Vectors);

internal sealed record PayloadIndex(string? DataType);

internal sealed record CollectionList(CollectionName[] Collections);

internal sealed record CollectionName(string Name);

internal sealed record AliasList(AliasEntry[] Aliases);

/// <summary>Sent and answered: which collection an alias stands for.</summary>
internal sealed record AliasEntry(string CollectionName, string AliasName);

/// <summary>Sent and answered: who made a collection's vectors.</summary>
internal sealed record CollectionMetadata(string? Workspace, string? Model);

/// <summary>Sent and answered: the form of the one named vector.</summary>
internal sealed record TextVectorParams(VectorParams? Text);

internal sealed record VectorParams(int Size, string Distance, bool? OnDisk);

/// <summary>Sent and answered: the one named vector; null in points that have none.</summary>
internal sealed record TextVector([property: JsonConverter(typeof(VectorNumbers))] float[]? Text)
{
    /// <summary>The vector's name in a collection.</summary>
    public const string Name = "text";
}
