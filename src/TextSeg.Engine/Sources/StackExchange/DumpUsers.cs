using System.Globalization;
using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.StackExchange;

/// <summary>Names of the users of a dump, from the file Users.xml beside the posts.</summary>
internal static class DumpUsers
{
    /// <summary>Users beyond this number stay without a name; posts keep their user's number.</summary>
    private const int MostUsers = 5_000_000;

    private const int MostCharacters = 1_000_000;

    /// <summary>Names by user number; empty where there is no such file.</summary>
    public static IReadOnlyDictionary<int, string> Beside(InputFile posts)
    {
        var names = new Dictionary<int, string>();
        var path = posts.IsStandardInput ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(posts.Path))!, "Users.xml");
        if (path is null || !File.Exists(path))
        {
            return names;
        }

        using var input = DecodedInput.Open(InputFile.Of(path));
        foreach (var row in DumpRows.Read(new LineReader(input.Reader, MostCharacters)))
        {
            if (names.Count < MostUsers && row.Attributes is { } user && user.TryGetValue("DisplayName", out var name)
                && int.TryParse(user.GetValueOrDefault("Id"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id))
            {
                names[id] = name;
            }
        }

        return names;
    }
}
