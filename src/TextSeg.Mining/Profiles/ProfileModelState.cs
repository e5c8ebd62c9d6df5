namespace TextSeg.Mining.Profiles;

/// <summary>What a <see cref="ProfileModel"/> learned, in numbers that can be stored and read back without loss.</summary>
/// <param name="QuietWords">As in <see cref="ProfileOptions"/>.</param>
/// <param name="BehaviourPosts">As in <see cref="ProfileOptions"/>.</param>
/// <param name="Prior">As in <see cref="ProfileOptions"/>.</param>
/// <param name="MeanOfAll">Mean of all vectors.</param>
/// <param name="Means">Mean of each language's vectors, by its code.</param>
/// <param name="TopicPrior">Share of each topic when every member has one vote.</param>
/// <param name="LanguagePrior">The same of languages.</param>
/// <param name="IntentPrior">The same of intents.</param>
/// <param name="Scales">Centre and spread of each signal.</param>
/// <param name="Blocks">The groups of signals that a profile is made of.</param>
public sealed record ProfileModelState(
    int QuietWords, int BehaviourPosts, double Prior, float[] MeanOfAll, Dictionary<int, float[]> Means, double[] TopicPrior, double[] LanguagePrior, double[] IntentPrior, double[] Scales,
    IReadOnlyList<ProfileBlock> Blocks);
