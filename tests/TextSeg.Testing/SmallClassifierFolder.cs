namespace TextSeg.Testing;

/// <summary>A classifier of thirty words with all five heads, and copies of it to break. Made by scripts/golden/classifier.py.</summary>
public static class SmallClassifierFolder
{
    /// <summary>The folder with model.json, reader.onnx, tokenizer.json and answers.json.</summary>
    public static string Path { get; } = Repository.PathOf("tests/TextSeg.Testing/SmallClassifier");

    /// <summary>Copies the model, its card changed by one replacement.</summary>
    public static string Copy(TemporaryFolder folder, string name, string replaced = "", string replacement = "")
    {
        var copy = Directory.CreateDirectory(folder.File(name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        }

        var card = System.IO.Path.Combine(copy, "model.json");
        var text = File.ReadAllText(card);
        File.WriteAllText(card, replaced.Length == 0 ? text : text.Contains(replaced, StringComparison.Ordinal)
            ? text.Replace(replaced, replacement, StringComparison.Ordinal)
            : throw new ArgumentException($"The card holds no {replaced}.", nameof(replaced)));
        return copy;
    }
}
