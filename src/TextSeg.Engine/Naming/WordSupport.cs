using System.Numerics.Tensors;
using TextSeg.Engine.Storage;
using TextSeg.Nlp.Words;

namespace TextSeg.Engine.Naming;

/// <summary>
/// How far a statement is made of things that the community writes about at all: each word of it is looked for among the words of the posts, and where it is not
/// there, the word nearest in meaning is taken. A statement about alpacas finds nothing near in a community of weather stations.
/// </summary>
internal sealed class WordSupport
{
    private const int MostPosts = 20_000;
    private const int MostWords = 8_000;
    private const int ShortestWord = 3;

    /// <summary>Members who must use a word before it counts: one in so many, 2 to 20.</summary>
    private const int OneMemberIn = 200;

    private readonly HashSet<string> _words;
    private readonly string[] _frequent;
    private readonly TextVectors _vectors;

    private WordSupport(string[] frequent, TextVectors vectors) => (_frequent, _words, _vectors) = (frequent, [.. frequent], vectors);

    /// <summary>The words that members share, most used first.</summary>
    public IReadOnlySet<string> Words => _words;

    /// <summary>Gathers the words of the workspace's posts, from at most 20,000 of them, drawn by their content.</summary>
    public static WordSupport Of(Workspace workspace, TextVectors vectors)
    {
        var users = new Dictionary<string, HashSet<long>>();
        var members = new HashSet<long>();
        foreach (var (member, prose, language) in workspace.Connection.Query(
            "SELECT MemberId, Prose, Language FROM Posts WHERE Prose <> '' AND MemberId IS NOT NULL ORDER BY TextKey, Source, ExternalId LIMIT $1",
            row => (row.GetInt64(0), row.GetString(1), row.Text(2)),
            MostPosts))
        {
            members.Add(member);
            foreach (var word in WordSegmenter.Words(prose, language ?? "unknown").Where(word => !word.StopWord && word.Text.Length >= ShortestWord))
            {
                (users.TryGetValue(word.Text, out var known) ? known : users[word.Text] = []).Add(member);
            }
        }

        var fewest = Math.Clamp(members.Count / OneMemberIn, 2, 20);
        return new WordSupport(
            [.. users.Where(pair => pair.Value.Count >= fewest).OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostWords).Select(pair => pair.Key)],
            vectors);
    }

    /// <summary>Mean over the statement's words of 1 where the community uses the word or it speaks of no theme, else the cosine with the nearest word that it uses; 1 where it has no words.</summary>
    public async Task<double> MeasureAsync(string statement, string language, CancellationToken cancellation)
    {
        var words = ContentWords(statement, language);
        var unknown = words.Where(word => !_words.Contains(word) && ThemeProof.IsTheme(word)).ToArray();
        var sum = (double)(words.Count - unknown.Length);
        if (unknown.Length > 0 && _frequent.Length > 0)
        {
            var vocabulary = await _vectors.OfAsync(_frequent, cancellation);
            var vectors = await _vectors.OfAsync(unknown, cancellation);
            sum += vectors.Sum(vector => vocabulary.Max(known => Math.Max(0, TensorPrimitives.Dot<float>(vector, known))));
        }

        return words.Count == 0 ? 1 : sum / words.Count;
    }

    /// <summary>The words of a statement that are no function words.</summary>
    public static IReadOnlyList<string> ContentWords(string statement, string language) =>
        [.. WordSegmenter.Words(statement, language).Where(word => !word.StopWord && word.Text.Length >= ShortestWord).Select(word => word.Text)];
}
