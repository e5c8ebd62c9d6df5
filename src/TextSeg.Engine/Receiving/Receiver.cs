using TextSeg.Engine.Storage.Catalog.Rows;

namespace TextSeg.Engine.Receiving;

/// <summary>Who sends messages.</summary>
public enum ReceiverKind
{
    /// <summary>A Discourse forum.</summary>
    Discourse,

    /// <summary>A Zendesk account.</summary>
    Zendesk,
}

/// <summary>An address to which a forum or help desk sends what happens there.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Who sends.</param>
/// <param name="Source">Name of the source, part of every post's key.</param>
/// <param name="Path">Its address below that of the service.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastAt">When a message was taken last.</param>
/// <param name="Taken">Messages taken.</param>
/// <param name="Refused">Messages refused for their signature.</param>
public sealed record Receiver(long Id, ReceiverKind Kind, string Source, string Path, DateTimeOffset CreatedAt, DateTimeOffset? LastAt, long Taken, long Refused)
{
    internal static Receiver Of(StoredReceiver row) =>
        new(row.Id, Enum.Parse<ReceiverKind>(row.Kind), row.Source, $"/hooks/{row.Token}", row.CreatedAt, row.LastAt, row.Taken, row.Refused);
}
