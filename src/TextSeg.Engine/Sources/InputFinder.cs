namespace TextSeg.Engine.Sources;

/// <summary>Turns the inputs that the user named into the files to read.</summary>
public static class InputFinder
{
    /// <summary>
    /// Files in the order given; a folder stands for all files of a known ending in it, at any depth, in the order of their paths.
    /// A file named twice is read once.
    /// </summary>
    /// <exception cref="JobException">An input does not exist, or a folder holds nothing that can be read.</exception>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> inputs)
    {
        var files = new List<InputFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in inputs.SelectMany(Expand))
        {
            if (seen.Add(path == "-" ? path : Path.GetFullPath(path)))
            {
                files.Add(InputFile.Of(path));
            }
        }

        return files.Count > 0 ? files : throw new JobException("No input is given: name a file, a folder, or - for standard input.") { IsWrongUse = true };
    }

    private static IEnumerable<string> Expand(string input)
    {
        if (input == "-" || File.Exists(input))
        {
            return [input];
        }

        if (!Directory.Exists(input))
        {
            throw new JobException($"There is no file or folder {input}: check the path.");
        }

        var files = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Where(InputFile.IsKnown)
            .Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0
            ? files
            : throw new JobException($"The folder {input} holds no file to read: CSV, TSV, JSON, JSON Lines, mbox and Posts.xml of a Stack Exchange dump are known, each also as .gz.");
    }
}
