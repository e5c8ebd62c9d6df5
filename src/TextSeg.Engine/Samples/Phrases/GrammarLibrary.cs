namespace TextSeg.Engine.Samples.Phrases;

/// <summary>Reads the grammars that are embedded in this assembly, each when it is first asked for.</summary>
internal sealed class GrammarLibrary
{
    private const string Folder = "Samples/";
    private readonly Dictionary<(string Language, string Topic), Grammar> _grammars = [];
    private readonly Dictionary<string, (string Shared, Dictionary<string, string> Topics)> _texts = [];
    private readonly string _everywhere = Read(Folder + "everywhere.txt");

    /// <summary>The rules of a language together with those of one topic.</summary>
    public Grammar For(string language, string topic)
    {
        if (!_grammars.TryGetValue((language, topic), out var grammar))
        {
            if (!_texts.TryGetValue(language, out var texts))
            {
                _texts[language] = texts = ReadLanguage(language);
            }

            _grammars[(language, topic)] = grammar = new Grammar(language, _everywhere, texts.Shared, texts.Topics[topic]);
        }

        return grammar;
    }

    private static (string Shared, Dictionary<string, string> Topics) ReadLanguage(string language)
    {
        var shared = new List<string>();
        var topics = new Dictionary<string, string>();
        foreach (var name in typeof(GrammarLibrary).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith($"{Folder}{language}/", StringComparison.Ordinal))
            {
                var parts = ("\n" + Read(name)).Split("\n== ");
                shared.Add(parts[0]);
                foreach (var part in parts.Skip(1))
                {
                    var end = part.IndexOf('\n', StringComparison.Ordinal);
                    var topic = part[..end].Trim();
                    topics[topic] = topics.GetValueOrDefault(topic) + part[end..];
                }
            }
        }

        return (string.Join('\n', shared), topics);
    }

    private static string Read(string name)
    {
        using var stream = typeof(GrammarLibrary).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The grammar {name} is not in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
