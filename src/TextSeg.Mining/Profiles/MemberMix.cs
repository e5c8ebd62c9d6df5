namespace TextSeg.Mining.Profiles;

/// <summary>How one member's posts spread: the weight of them in each topic, language and intent.</summary>
internal readonly record struct MemberMix(double[] Topics, double[] Languages, double[] Intents);
