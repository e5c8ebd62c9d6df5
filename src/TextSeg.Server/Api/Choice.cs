using System.Diagnostics.CodeAnalysis;

namespace TextSeg.Server.Api;

/// <summary>One of a few words in an address, in any case of letters.</summary>
internal readonly record struct Choice<T>(T Value) : IParsable<Choice<T>> where T : struct, Enum
{
    public static Choice<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var choice)
        ? choice
        : throw new FormatException($"'{s}' is none of {string.Join(", ", Enum.GetNames<T>())}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<T> result)
    {
        var isKnown = Enum.TryParse<T>(s, ignoreCase: true, out var value) && Enum.IsDefined(value) && s?.Length > 0 && !char.IsAsciiDigit(s[0]);
        result = new Choice<T>(value);
        return isKnown;
    }
}
