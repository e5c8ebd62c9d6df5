namespace TextSeg.Mining.Profiles;

/// <summary>
/// What turns a member's posts into a profile. Learned once from all posts (<see cref="Fit"/>) and then applied to any posts (<see cref="Apply"/>),
/// so that a new member, or a member's later posts, are placed by the very rule that the segments were found with.
/// A profile is the groups of signals side by side, each of length √weight: the cosine of two profiles is the weighted mean of the cosines of their groups.
/// </summary>
public sealed class ProfileModel
{
    private readonly ProfileOptions _options;
    private readonly LanguageMeans _means;
    private readonly double[] _topicPrior;
    private readonly double[] _languagePrior;
    private readonly double[] _intentPrior;
    private readonly SignalScale _scale;
    private readonly ProfileBlock[] _blocks;

    private ProfileModel(ProfileOptions options, ProfileInput input)
    {
        options.Validate();
        _options = options;
        _means = LanguageMeans.Of(input.Vectors, input.RowsInStableOrder(), input.LanguageOf);
        var rowsOf = input.RowsByMember();
        var signals = MemberSignals.Measure(input, rowsOf);
        _scale = SignalScale.Fit(signals);
        _topicPrior = MemberMixes.Prior(MemberMixes.Of(input, rowsOf, input.TopicOf, input.Topics), input);
        var languages = 1 + (input.LanguageOf?.DefaultIfEmpty(-1).Max() ?? -1);
        _languagePrior = MemberMixes.Prior(MemberMixes.Of(input, rowsOf, input.LanguageOf, languages), input);
        _intentPrior = MemberMixes.Prior(Intents(input, rowsOf), input);
        _blocks = Blocks(options, input, signals, languages);
    }

    private ProfileModel(ProfileModelState state)
    {
        _options = new ProfileOptions { QuietWords = state.QuietWords, BehaviourPosts = state.BehaviourPosts, Prior = state.Prior };
        (_means, _scale) = (LanguageMeans.Known(state.MeanOfAll, state.Means), SignalScale.Of(MemberSignals.Columns, state.Scales));
        (_topicPrior, _languagePrior, _intentPrior, _blocks) = (state.TopicPrior, state.LanguagePrior, state.IntentPrior, [.. state.Blocks]);
    }

    /// <summary>What it learned, to be kept.</summary>
    public ProfileModelState State => new(
        _options.QuietWords, _options.BehaviourPosts, _options.Prior, _means.OfAll, _means.OfLanguage.ToDictionary(), _topicPrior, _languagePrior, _intentPrior, _scale.Values, _blocks);

    /// <summary>The model that learned this.</summary>
    /// <exception cref="ArgumentException">It is of other signals than this version has.</exception>
    public static ProfileModel Restore(ProfileModelState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Scales.Length == 2 * MemberSignals.Columns.Length ? new ProfileModel(state) : throw new ArgumentException("The profiles were learned of other signals.", nameof(state));
    }

    /// <summary>Learns means, scales and priors from all posts.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static ProfileModel Fit(ProfileInput input, ProfileOptions options) => new(options, input);

    /// <summary>The profiles of the members of <paramref name="input"/>; topics and languages are numbered as in the fitted input.</summary>
    public ProfileTable Apply(ProfileInput input)
    {
        var rowsOf = input.RowsByMember();
        var signals = MemberSignals.Measure(input, rowsOf);
        var topics = MemberMixes.Of(input, rowsOf, input.TopicOf, _topicPrior.Length);
        var languages = MemberMixes.Of(input, rowsOf, input.LanguageOf, _languagePrior.Length);
        var intents = Intents(input, rowsOf);
        var width = Math.Max(1, _blocks.Sum(block => block.Length));
        var values = new float[rowsOf.Length * width];
        var quiet = new bool[rowsOf.Length];
        Parallel.For(0, rowsOf.Length, member =>
        {
            var rows = rowsOf[member];
            var words = rows.Sum(row => (long)input.Signals[row].Words);
            var hasText = words >= _options.QuietWords;
            quiet[member] = rows.Length == 0 || _blocks.Length == 0 || (!hasText && rows.Length < _options.BehaviourPosts);
            if (!quiet[member])
            {
                var target = values.AsSpan(member * width, width);
                Fill(input, rows, signals.Of(member), new MemberMix(topics[member], languages[member], intents[member]), hasText, target);
                quiet[member] = !target.ContainsAnyExcept(0f);
            }
        });
        return new ProfileTable(
            new VectorTable(width, values), quiet, signals, new VectorTable(Math.Max(1, _topicPrior.Length), MemberMixes.SharesOfAll(topics)), [.. _blocks.Select(block => (block.Group, block.Weight))]);
    }

    private static double[][] Intents(ProfileInput input, int[][] rowsOf) => MemberMixes.Of(input, rowsOf, MemberReadings.IntentOf(input), ReadingLabels.Intents.Count);

    private static ProfileBlock[] Blocks(ProfileOptions options, ProfileInput input, SignalTable signals, int languages)
    {
        var blocks = new List<ProfileBlock>();
        foreach (var (name, weight) in options.Weights())
        {
            int[]? columns = null;
            var length = name switch
            {
                SignalGroups.Theme => input.Vectors.Dimension,
                SignalGroups.Topics => input.Topics > 1 ? input.Topics : 0,
                SignalGroups.Language => languages > 1 ? languages : 0,
                SignalGroups.Wants => input.Readings is null ? 0 : ReadingLabels.Intents.Count,
                SignalGroups.Feels or SignalGroups.Urgency when input.Readings is null => 0,
                _ => (columns = [.. Enumerable.Range(0, signals.Signals.Count).Where(i => signals.Signals[i].Group == name)]).Length,
            };
            var isKnown = name != SignalGroups.Time || (input.TimeOf?.Any(time => time != long.MinValue) ?? false);
            if (weight > 0 && length > 0 && isKnown)
            {
                blocks.Add(new ProfileBlock(name, weight, length, columns));
            }
        }

        var sum = blocks.Sum(block => block.Weight);
        return [.. blocks.Select(block => block with { Weight = block.Weight / sum })];
    }

    private void Fill(ProfileInput input, int[] rows, ReadOnlySpan<double> signals, MemberMix mix, bool hasText, Span<float> target)
    {
        var at = 0;
        foreach (var block in _blocks)
        {
            var known = MemberReadings.Known(input.Readings, rows, block.Group);
            var reliability = known / (known + _options.Prior);
            var part = new double[block.Length];
            switch (block.Group)
            {
                case SignalGroups.Theme when hasText:
                    Theme(input, rows, part);
                    break;
                case SignalGroups.Topics when hasText:
                    MemberMixes.Contrast(mix.Topics, _topicPrior, _options.Prior, part);
                    break;
                case SignalGroups.Language:
                    MemberMixes.Contrast(mix.Languages, _languagePrior, _options.Prior, part);
                    break;
                case SignalGroups.Wants:
                    MemberMixes.Contrast(mix.Intents, _intentPrior, _options.Prior, part);
                    break;
                default:
                    for (var i = 0; i < (block.Columns?.Length ?? 0); i++)
                    {
                        part[i] = _scale.Scale(block.Columns![i], signals[block.Columns[i]], reliability);
                    }

                    break;
            }

            // One reading may be wrong: what is read weighs the less the fewer posts tell it.
            Store(part, Math.Sqrt(block.Weight) * (SignalGroups.IsRead(block.Group) ? reliability : 1), target.Slice(at, block.Length));
            at += block.Length;
        }

        ScaleToUnit(target);
    }

    private void Theme(ProfileInput input, int[] rows, double[] sum)
    {
        var scratch = new float[sum.Length];
        var weights = PostWeights.Of(input, rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var vector = input.Vectors[rows[i]];
            if (vector.ContainsAnyExcept(0f))
            {
                _means.Centre(vector, input.LanguageOf?[rows[i]] ?? -1, scratch);
                Add(scratch, weights[i], sum);
            }
        }
    }

    private static void Add(float[] vector, double weight, double[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * vector[i];
        }
    }

    private static void Store(double[] part, double length, Span<float> target)
    {
        var norm = Math.Sqrt(part.Sum(value => value * value));
        for (var i = 0; i < part.Length && norm > 1e-9; i++)
        {
            target[i] = (float)(part[i] / norm * length);
        }
    }

    private static void ScaleToUnit(Span<float> row)
    {
        double sum = 0;
        foreach (var value in row)
        {
            sum += (double)value * value;
        }

        var scale = sum > 0 ? 1 / Math.Sqrt(sum) : 0;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (float)(row[i] * scale);
        }
    }
}
