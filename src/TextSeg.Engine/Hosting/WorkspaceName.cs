using System.Text.RegularExpressions;

namespace TextSeg.Engine.Hosting;

/// <summary>What a workspace may be called: it stands in addresses and names a folder.</summary>
public static partial class WorkspaceName
{
    /// <summary>The workspace of a data folder that the command line made.</summary>
    public const string Default = "default";

    /// <summary>What is asked for, in words.</summary>
    public const string Rule = "a name has 1 to 40 small letters, digits and hyphens, and begins and ends with a letter or digit";

    /// <summary>Whether a name is good.</summary>
    public static bool IsGood(string name) => name.Length is >= 1 and <= 40 && Pattern().IsMatch(name);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
