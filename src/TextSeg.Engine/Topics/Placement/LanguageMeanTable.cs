using TextSeg.Mining;

namespace TextSeg.Engine.Topics.Placement;

/// <summary>What is taken away from a post's vector so that its theme is left and not its language.</summary>
/// <param name="OfLanguage">The mean vector of each language, by its code.</param>
/// <param name="OfAll">The mean of all posts, for languages with few.</param>
internal sealed record LanguageMeanTable(IReadOnlyDictionary<string, float[]> OfLanguage, float[] OfAll)
{
    /// <summary>The means of the posts of a corpus.</summary>
    public static LanguageMeanTable Of(LanguageMeans means, string[] languages) =>
        new(means.OfLanguage.ToDictionary(mean => languages[mean.Key], mean => mean.Value, StringComparer.Ordinal), means.OfAll);

    /// <summary>A post's vector without its language, at length 1.</summary>
    public float[] Centre(ReadOnlySpan<float> vector, string? language)
    {
        var centred = new float[vector.Length];
        LanguageMeans.Centre(vector, language is not null && OfLanguage.TryGetValue(language, out var mean) ? mean : OfAll, centred);
        return centred;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(OfAll.Length);
        writer.Write(OfLanguage.Count);
        Write(writer, OfAll);
        foreach (var (language, mean) in OfLanguage.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(language);
            Write(writer, mean);
        }
    }

    internal static LanguageMeanTable Read(BinaryReader reader)
    {
        var (dimension, count) = (reader.ReadInt32(), reader.ReadInt32());
        var ofAll = ReadMean(reader, dimension);
        var means = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var language = 0; language < count; language++)
        {
            means[reader.ReadString()] = ReadMean(reader, dimension);
        }

        return new LanguageMeanTable(means, ofAll);
    }

    private static void Write(BinaryWriter writer, float[] mean) => Array.ForEach(mean, writer.Write);

    private static float[] ReadMean(BinaryReader reader, int dimension)
    {
        var mean = new float[dimension];
        for (var i = 0; i < dimension; i++)
        {
            mean[i] = reader.ReadSingle();
        }

        return mean;
    }
}
