namespace TextSeg.Mining.Profiles;

/// <summary>How one post is written. Counted in the author's own prose: no quotes, no code.</summary>
/// <param name="Words">Words of prose.</param>
/// <param name="Asks">Whether it holds a question.</param>
/// <param name="Code">Whether it shows code or a log.</param>
/// <param name="Links">Number of links.</param>
/// <param name="Exclamations">Number of exclamation marks.</param>
/// <param name="Emoji">Number of emoji.</param>
/// <param name="Polite">Number of words of politeness (please, thanks, and their like in the post's language).</param>
/// <param name="Rating">The rating it gives, in the source's unit; null when it gives none.</param>
public readonly record struct PostSignals(int Words, bool Asks, bool Code, int Links, int Exclamations, int Emoji, int Polite, double? Rating = null);
