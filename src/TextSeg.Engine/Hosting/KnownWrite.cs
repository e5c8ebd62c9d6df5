namespace TextSeg.Engine.Hosting;

/// <summary>Where a write stands that may be a repetition.</summary>
public enum WriteState
{
    /// <summary>It was not seen before, and is the caller's to do now.</summary>
    New,

    /// <summary>The same write is being done by somebody else now.</summary>
    UnderWay,

    /// <summary>Its name was given to another write before.</summary>
    OtherRequest,

    /// <summary>It was done, and its answer is known.</summary>
    Answered,
}

/// <summary>What is known of a write.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Status">Status of its answer, as in HTTP; 0 where there is none.</param>
/// <param name="Body">Its answer as it was given to be kept; null where there is none.</param>
public sealed record KnownWrite(WriteState State, int Status = 0, string? Body = null);
