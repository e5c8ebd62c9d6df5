namespace TextSeg.Mining.Profiles;

/// <summary>How a signal is written for a reader.</summary>
public enum SignalUnit
{
    /// <summary>A share between 0 and 1, shown in percent.</summary>
    Share,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A number of days.</summary>
    Days,
}

/// <summary>One measured signal of members.</summary>
/// <param name="Group">One of <see cref="SignalGroups"/>.</param>
/// <param name="Name">In a reader's words.</param>
/// <param name="Unit">How it is shown.</param>
/// <param name="Skewed">Whether its logarithm is compared, as counts and lengths need.</param>
public sealed record Signal(string Group, string Name, SignalUnit Unit, bool Skewed = false);

/// <summary>The signals of all members: what cards show and what profiles compare.</summary>
/// <param name="Signals">The columns.</param>
/// <param name="Values">Members × signals; NaN where nothing is known.</param>
public sealed record SignalTable(IReadOnlyList<Signal> Signals, double[] Values)
{
    public ReadOnlySpan<double> Of(int member) => Values.AsSpan(member * Signals.Count, Signals.Count);
}
