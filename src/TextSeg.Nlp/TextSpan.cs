namespace TextSeg.Nlp;

/// <summary>A stretch of a text, from <paramref name="Start"/> up to but not including <paramref name="End"/>.</summary>
/// <param name="Start">First position, ≥ 0. The unit (UTF-16 units or code points) is said by who gives the span.</param>
/// <param name="End">Position after the last, ≥ <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of positions in the span.</summary>
    public int Length => End - Start;

    /// <summary>The text under the span, when the span counts UTF-16 units of <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
