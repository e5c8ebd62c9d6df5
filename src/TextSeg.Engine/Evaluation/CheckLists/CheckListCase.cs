namespace TextSeg.Engine.Evaluation.CheckLists;

/// <summary>How a case is judged (Ribeiro et al., "Beyond Accuracy: Behavioral Testing of NLP Models with CheckList", ACL 2020, section 2.3).</summary>
public enum CheckListKind
{
    /// <summary>The label of the text is known.</summary>
    Minimum,

    /// <summary>A change that means nothing must not change the label.</summary>
    Invariance,

    /// <summary>A change must move a label's probability in one direction.</summary>
    Directional,
}

/// <summary>One case of the check list.</summary>
/// <param name="Capability">What is tested, such as "negation".</param>
/// <param name="Kind">How it is judged.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Text">A post as it was written, before cleaning.</param>
/// <param name="Head">The head that is asked.</param>
/// <param name="Expected">
/// Minimum: labels that are right, parted by '|', or with a '!' before them labels that are wrong. Directional: the label whose probability must
/// be higher for <paramref name="OtherText"/>. Invariance: empty.
/// </param>
/// <param name="OtherText">The changed text of an invariance or direction; null for a minimum.</param>
public sealed record CheckListCase(
    string Capability, CheckListKind Kind, string Language, string Text, string Head, string Expected, string? OtherText = null);
