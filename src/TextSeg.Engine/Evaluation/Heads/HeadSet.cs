namespace TextSeg.Engine.Evaluation.Heads;

/// <summary>Rows for measuring one head: FOLDER/HEAD.heldout.jsonl, and for the baselines HEAD.train.jsonl and HEAD.calibrate.jsonl.</summary>
/// <param name="Head">Name of the head.</param>
/// <param name="HeldOut">Rows that no model was trained on.</param>
/// <param name="Train">Rows to train a baseline with; empty where there is no file.</param>
/// <param name="Calibrate">Rows to choose a baseline's thresholds with; empty where there is no file.</param>
/// <param name="Notes">One sentence for each file with rows that cannot be read.</param>
public sealed record HeadSet(string Head, IReadOnlyList<HeadRow> HeldOut, IReadOnlyList<HeadRow> Train, IReadOnlyList<HeadRow> Calibrate, IReadOnlyList<string> Notes)
{
    private const string HeldOutEnding = ".heldout.jsonl";

    /// <summary>The heads that a folder has held-out rows of, by name.</summary>
    /// <exception cref="JobException">There is no such folder, or it holds no such rows.</exception>
    public static IReadOnlyList<string> HeadsIn(string folder)
    {
        EvaluationFolder.Require(folder);
        string[] heads = [.. Directory.EnumerateFiles(folder, "*" + HeldOutEnding).Select(path => Path.GetFileName(path)[..^HeldOutEnding.Length]).Order(StringComparer.Ordinal)];
        return heads.Length > 0
            ? heads
            : throw new JobException($"{folder} holds no HEAD{HeldOutEnding}: write them with scripts/eval-data, or name another folder with --data.") { IsWrongUse = true };
    }

    /// <summary>Reads the rows of a head.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="head">Name of the head.</param>
    /// <param name="baselines">Whether rows for baselines are read too.</param>
    /// <exception cref="JobException">A file has no row that can be read.</exception>
    public static HeadSet Read(string folder, string head, bool baselines)
    {
        List<string> notes = [];
        var heldOut = JsonRows.Read<HeadRow>(Path.Combine(folder, head + HeldOutEnding), notes);
        return new HeadSet(head, heldOut, Part("train"), Part("calibrate"), notes);

        IReadOnlyList<HeadRow> Part(string part)
        {
            var path = Path.Combine(folder, $"{head}.{part}.jsonl");
            return baselines && File.Exists(path) ? JsonRows.Read<HeadRow>(path, notes) : [];
        }
    }
}
