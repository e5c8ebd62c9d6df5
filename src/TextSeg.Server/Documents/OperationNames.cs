using System.Globalization;

namespace TextSeg.Server.Documents;

/// <summary>Names an operation by its method and path, so that each has one and no two have the same: getWorkspacesTopicsById.</summary>
internal static class OperationNames
{
    private const string Common = "api/v1/";

    public static string Of(string method, string path)
    {
        var parts = path.TrimStart('/').Replace(Common, "", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var steps = parts.Where(part => part is not "{workspace}").Select(part => part[0] == '{' ? $"By{Title(part.Trim('{', '}').Split(':')[0])}" : string.Concat(part.Split('-', '.').Select(Title)));
        return method.ToLowerInvariant() + string.Concat(steps);
    }

    private static string Title(string word) => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
