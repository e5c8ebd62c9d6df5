using TextSeg.Mining.KeyPhrases;

namespace TextSeg.Engine.Standalone;

/// <summary>What the posts of each topic write about.</summary>
/// <param name="Levels">The key phrases of each topic of each level, the strongest first.</param>
/// <param name="Labels">A short label for each topic of each level, different within a level; the given name where there is one.</param>
public sealed record TopicWords(IReadOnlyList<KeyPhrase>[][] Levels, string[][] Labels)
{
    internal static void Write(BinaryWriter writer, TopicWords words)
    {
        writer.Write(words.Levels.Length);
        for (var level = 0; level < words.Levels.Length; level++)
        {
            writer.Write(words.Levels[level].Length);
            for (var topic = 0; topic < words.Levels[level].Length; topic++)
            {
                writer.Write(words.Labels[level][topic]);
                Write(writer, words.Levels[level][topic]);
            }
        }
    }

    internal static TopicWords Read(BinaryReader reader)
    {
        var levels = new IReadOnlyList<KeyPhrase>[reader.ReadInt32()][];
        var labels = new string[levels.Length][];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = new IReadOnlyList<KeyPhrase>[reader.ReadInt32()];
            labels[level] = new string[levels[level].Length];
            for (var topic = 0; topic < levels[level].Length; topic++)
            {
                labels[level][topic] = reader.ReadString();
                levels[level][topic] = ReadPhrases(reader);
            }
        }

        return new TopicWords(levels, labels);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<KeyPhrase> phrases)
    {
        writer.Write(phrases.Count);
        foreach (var phrase in phrases)
        {
            writer.Write(phrase.Text);
            writer.Write(phrase.Weight);
            writer.Write(phrase.Posts);
            writer.Write(phrase.Members);
            writer.Write(phrase.Lift);
        }
    }

    private static KeyPhrase[] ReadPhrases(BinaryReader reader)
    {
        var phrases = new KeyPhrase[reader.ReadInt32()];
        for (var i = 0; i < phrases.Length; i++)
        {
            phrases[i] = new KeyPhrase(reader.ReadString(), reader.ReadDouble(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
        }

        return phrases;
    }
}
