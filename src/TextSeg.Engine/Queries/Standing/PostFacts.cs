namespace TextSeg.Engine.Queries.Standing;

/// <summary>What filters ask of a post. Texts are numbers of <see cref="TextCodes"/>.</summary>
/// <param name="Member">Its author; <see cref="NoMember"/> for none.</param>
/// <param name="Time">When it was written, in milliseconds; <see cref="NoTime"/> where that is not known.</param>
/// <param name="Language">Its language.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Source">Its source.</param>
/// <param name="Labels">The set of what was read in it.</param>
/// <param name="Topic">Its topic at the reader's level, in the current run.</param>
/// <param name="Leaf">Its finest topic.</param>
/// <param name="HasWords">Whether it has words that can be found.</param>
internal readonly record struct PostFacts(long Member, long Time, int Language, int Kind, int Source, int Labels, int Topic, int Leaf, bool HasWords)
{
    public const long NoMember = -1;
    public const long NoTime = long.MinValue;
}
