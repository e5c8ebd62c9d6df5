using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextSeg.Cli.Tests.Commands;

/// <summary>Small inputs about a few clear themes; the same seed gives the same posts.</summary>
internal static class InventedPosts
{
    private static readonly (string Theme, string[] Words)[] Themes =
    [
        ("lamps", ["lamp", "bulb", "flickers", "dims", "switch", "bright"]),
        ("bread", ["bread", "dough", "yeast", "oven", "crust", "flour"]),
        ("bikes", ["bicycle", "chain", "pedal", "brakes", "saddle", "wheel"]),
        ("money", ["invoice", "refund", "payment", "bank", "charged", "receipt"]),
    ];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON Lines with id, author, theme and body.</summary>
    public static string[] Lines(int posts, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, posts).Select(post =>
        {
            var (theme, words) = Themes[post % Themes.Length];
            var some = string.Join(" and the ", Enumerable.Range(0, 4).Select(_ => words[random.Next(words.Length)]));
            var body = $"I would like to know more about the {some}, can somebody please help me with number {post}?";
            return JsonSerializer.Serialize(new { id = $"p{post}", author = $"m{random.Next(20)}", theme, body }, Readable);
        })];
    }

    /// <summary>Writes <see cref="Lines"/> to a file.</summary>
    public static string Write(TemporaryFolder folder, int posts = 200, string name = "posts.jsonl") =>
        folder.Write(name, string.Join('\n', Lines(posts)) + "\n");
}
