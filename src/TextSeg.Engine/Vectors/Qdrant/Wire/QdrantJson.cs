using System.Text.Json.Serialization;

namespace TextSeg.Engine.Vectors.Qdrant.Wire;

/// <summary>All that is sent to a Qdrant server and read from it; made by the compiler, no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CollectionRequest))]
[JsonSerializable(typeof(IndexRequest))]
[JsonSerializable(typeof(UpsertRequest))]
[JsonSerializable(typeof(DeleteRequest))]
[JsonSerializable(typeof(RetrieveRequest))]
[JsonSerializable(typeof(ScrollRequest))]
[JsonSerializable(typeof(CountRequest))]
[JsonSerializable(typeof(NearestRequest))]
[JsonSerializable(typeof(AliasRequest))]
[JsonSerializable(typeof(ErrorEnvelope))]
[JsonSerializable(typeof(ServerInfo))]
[JsonSerializable(typeof(Envelope<WriteResult>), TypeInfoPropertyName = "Written")]
[JsonSerializable(typeof(Envelope<NearestResult>), TypeInfoPropertyName = "Found")]
[JsonSerializable(typeof(Envelope<StoredPoint[]>), TypeInfoPropertyName = "Retrieved")]
[JsonSerializable(typeof(Envelope<ScrollResult>), TypeInfoPropertyName = "Scrolled")]
[JsonSerializable(typeof(Envelope<CountResult>), TypeInfoPropertyName = "Counted")]
[JsonSerializable(typeof(Envelope<CollectionInfo>), TypeInfoPropertyName = "Described")]
[JsonSerializable(typeof(Envelope<CollectionList>), TypeInfoPropertyName = "Listed")]
[JsonSerializable(typeof(Envelope<AliasList>), TypeInfoPropertyName = "Aliased")]
internal sealed partial class QdrantJson : JsonSerializerContext;
