using System.Text.RegularExpressions;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>How a JSON input holds its records.</summary>
internal enum JsonShape
{
    /// <summary>One object a line (JSON Lines).</summary>
    Lines,

    /// <summary>Objects one after the other, each over several lines.</summary>
    Objects,

    /// <summary>One array of objects.</summary>
    Array,

    /// <summary>One object whose member is the array of objects.</summary>
    WrappedArray,
}

/// <summary>Tells from the first characters whether an input is JSON, and of which shape.</summary>
internal static partial class JsonShapes
{
    /// <summary>The shape; null when the input is no JSON.</summary>
    public static JsonShape? Guess(string head)
    {
        var start = head.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (start.StartsWith("["))
        {
            return start[1..].TrimStart().StartsWith("{") || start[1..].TrimStart().StartsWith("]") ? JsonShape.Array : null;
        }

        if (!start.StartsWith("{"))
        {
            return null;
        }

        if (Wrapped().IsMatch(start[..Math.Min(start.Length, 2000)]))
        {
            return JsonShape.WrappedArray;
        }

        var end = start.IndexOf('\n');
        var firstLine = (end < 0 ? start : start[..end]).TrimEnd();
        return firstLine.EndsWith("}") || firstLine.Length > 200 ? JsonShape.Lines : JsonShape.Objects;
    }

    /// <summary>The shape in words.</summary>
    public static string Describe(JsonShape shape) => shape switch
    {
        JsonShape.Lines => "JSON Lines",
        JsonShape.Objects => "JSON objects",
        _ => "JSON array",
    };

    [GeneratedRegex("""^\{\s*"[^"]*"\s*:\s*\[\s*\{""")]
    private static partial Regex Wrapped();
}
