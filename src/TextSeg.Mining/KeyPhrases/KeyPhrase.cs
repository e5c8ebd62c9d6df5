namespace TextSeg.Mining.KeyPhrases;

/// <summary>A phrase that tells one group of posts from the others.</summary>
/// <param name="Text">As it is most often written.</param>
/// <param name="Weight">Class TF-IDF with contrast to the siblings; comparable inside one group only.</param>
/// <param name="Posts">Posts of the group with the phrase.</param>
/// <param name="Members">Different authors of those posts; 0 when authors are not known.</param>
/// <param name="Lift">Share of the group's posts with the phrase over the share in all posts.</param>
public sealed record KeyPhrase(string Text, double Weight, int Posts, int Members, double Lift);
