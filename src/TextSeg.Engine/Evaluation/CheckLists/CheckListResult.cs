namespace TextSeg.Engine.Evaluation.CheckLists;

/// <summary>What became of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Answer">What the reader said, in words for a table: labels, or the two answers of a pair.</param>
/// <param name="HasFailed">True when the answer is not what the case expects.</param>
public sealed record CheckListVerdict(CheckListCase Case, string Answer, bool HasFailed);

/// <summary>Cases and failures of one capability, or of one capability in one language.</summary>
/// <param name="Capability">What was tested.</param>
/// <param name="Language">ISO 639-1 code; empty for all languages together.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="Failures">How many of them failed.</param>
public sealed record CheckListCount(string Capability, string Language, int Cases, int Failures)
{
    /// <summary>Failures by cases, 0 to 1.</summary>
    public double FailureRate => Cases == 0 ? 0 : (double)Failures / Cases;
}

/// <summary>What became of all cases.</summary>
/// <param name="Verdicts">One a case, in the order of the cases.</param>
/// <param name="Skipped">Cases about heads that the reader has not.</param>
public sealed record CheckListResult(IReadOnlyList<CheckListVerdict> Verdicts, int Skipped)
{
    /// <summary>Counts of each capability, by name.</summary>
    public IReadOnlyList<CheckListCount> ByCapability => Count(one => (one.Capability, ""));

    /// <summary>Counts of each capability and language, by name.</summary>
    public IReadOnlyList<CheckListCount> ByCapabilityAndLanguage => Count(one => (one.Capability, one.Language));

    /// <summary>The failed cases.</summary>
    public IEnumerable<CheckListVerdict> Failures => Verdicts.Where(verdict => verdict.HasFailed);

    private List<CheckListCount> Count(Func<CheckListCase, (string Capability, string Language)> group) =>
        [.. Verdicts.GroupBy(verdict => group(verdict.Case))
            .OrderBy(cases => cases.Key.Capability, StringComparer.Ordinal).ThenBy(cases => cases.Key.Language, StringComparer.Ordinal)
            .Select(cases => new CheckListCount(cases.Key.Capability, cases.Key.Language, cases.Count(), cases.Count(verdict => verdict.HasFailed)))];
}
