namespace TextSeg.Engine.Evaluation;

/// <summary>The folder with the sets that are measured on.</summary>
internal static class EvaluationFolder
{
    /// <exception cref="JobException">There is no such folder.</exception>
    public static void Require(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new JobException($"There is no folder {folder}: write the sets with scripts/eval-data, or name another folder with --data.") { IsWrongUse = true };
        }
    }
}
