namespace TextSeg.Nlp.Classifiers;

/// <summary>What is read of a post.</summary>
/// <param name="Prose">The author's own words, cleaned and masked; quotes of others, code and logs are not in it.</param>
/// <param name="Language">ISO 639-1 code, or "unknown"; it chooses word lists, the model reads all languages alike.</param>
public sealed record PostText(string Prose, string Language);
