namespace TextSeg.Engine.Evaluation.Masking;

/// <summary>How much planted personal data is masked.</summary>
/// <param name="Posts">Posts looked at.</param>
/// <param name="Kinds">One row for each kind, by name.</param>
/// <param name="MaskedWords">Words outside planted data that were masked as something other than a member's name.</param>
/// <param name="Words">All words outside planted data.</param>
public sealed record MaskingScore(int Posts, IReadOnlyList<MaskingFigures> Kinds, int MaskedWords, long Words);

/// <summary>One kind of personal data.</summary>
/// <param name="Kind">As the sample's truth calls it: email, phone, card, iban, ip, address or handle.</param>
/// <param name="Planted">Pieces planted.</param>
/// <param name="Masked">Pieces of which no letter and no digit is left.</param>
/// <param name="Partly">Pieces of which some letters or digits are left, and others masked.</param>
public sealed record MaskingFigures(string Kind, int Planted, int Masked, int Partly)
{
    /// <summary>Share of the pieces wholly masked, 0 to 1.</summary>
    public double Recall => Masked / (double)Math.Max(1, Planted);
}
