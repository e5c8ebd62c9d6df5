namespace TextSeg.Engine.Sources.Columns;

/// <summary>Finds out which column means what, from names (in many languages) and from sampled values; what the user named is taken as it is.</summary>
internal sealed class ColumnGuesser
{
    private const double AsGood = 0.85;
    private readonly string _input;
    private readonly IReadOnlyList<string> _names;
    private readonly ColumnStatistics[] _columns;
    private readonly HashSet<int> _taken = [];

    /// <param name="input">The input's name for messages.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Sampled records, each with one cell for each column.</param>
    public ColumnGuesser(string input, IReadOnlyList<string> columns, IReadOnlyList<string?[]> rows)
    {
        (_input, _names) = (input, columns);
        _columns = [.. columns.Select((name, index) => new ColumnStatistics(name, index, [.. rows.Select(row => row[index])]))];
    }

    /// <exception cref="JobException">A named column does not exist, no column looks like text, or two do equally.</exception>
    public ColumnMapping Guess(ColumnOverrides overrides, PostKind? kind, string? label = null)
    {
        var labelIndex = label is null ? -1 : IndexOf(label);
        _taken.Add(labelIndex);
        var named = overrides.Columns.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => Named(pair.Key, pair.Value));
        _taken.UnionWith(named.Values.Select(choice => choice.Index));
        List<ColumnChoice> choices = [];
        foreach (var role in ColumnRoles.All)
        {
            var choice = named.GetValueOrDefault(role) ?? (overrides.Columns.ContainsKey(role) || (role == ColumnRole.Kind && kind is not null) ? null : Guess(role));
            if (choice is not null)
            {
                choices.Add(choice);
                _taken.Add(choice.Index);
            }
        }

        if (choices.All(choice => choice.Role != ColumnRole.Text))
        {
            throw new JobException($"{_input} has no column that looks like text (its columns: {string.Join(", ", _names)}). Say which one it is: --columns text=NAME") { IsWrongUse = true };
        }

        PromoteNameToMember(choices);
        var (guessed, reason) = kind is { } given ? (given, "as you said") : KindGuesser.Guess(Path.GetFileName(_input), _names, choices);
        reason = choices.Exists(choice => choice.Role == ColumnRole.Kind) ? "where its column says no other" : reason;
        var time = choices.Find(choice => choice.Role == ColumnRole.Time);
        return new ColumnMapping(_names, choices, guessed, reason) { Times = time is null ? null : _columns[time.Index].Times, LabelIndex = labelIndex };
    }

    private ColumnChoice Named(ColumnRole role, string name)
    {
        var index = IndexOf(name);
        return new ColumnChoice(role, _names[index], index, 1, "as you said", []);
    }

    private int IndexOf(string name)
    {
        var index = _names.ToList().FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new JobException($"{_input} has no column {name}; its columns are: {string.Join(", ", _names)}.") { IsWrongUse = true };
    }

    private ColumnChoice? Guess(ColumnRole role)
    {
        var fits = _columns.Where(column => !_taken.Contains(column.Index)).Select(column => ColumnFit.Of(role, column))
            .Where(fit => fit.Score > 0).OrderByDescending(fit => fit.Score).ThenBy(fit => fit.Column.Index).ToArray();
        if (fits.Length == 0)
        {
            return null;
        }

        var (best, others) = (fits[0], fits[1..]);
        if (role == ColumnRole.Text && others.Length > 0 && best.NameFit == 0 && others[0].Score > best.Score * AsGood)
        {
            throw new JobException($"{_input} has two columns that look like the text, {best.Column.Name} and {others[0].Column.Name}. Say which one it is: --columns text={best.Column.Name}") { IsWrongUse = true };
        }

        var margin = others.Length == 0 ? 1 : 1 - (0.5 * others[0].Score / best.Score);
        return new ColumnChoice(role, best.Column.Name, best.Column.Index, Math.Round(Math.Min(1, best.Score) * margin, 2), Reason(role, best), [.. others.Take(3).Select(fit => fit.Column.Name)]);
    }

    /// <summary>A name without an identity is the identity.</summary>
    private static void PromoteNameToMember(List<ColumnChoice> choices)
    {
        var name = choices.FindIndex(choice => choice.Role == ColumnRole.Name);
        if (name >= 0 && choices.All(choice => choice.Role != ColumnRole.Member))
        {
            choices[name] = choices[name] with { Role = ColumnRole.Member };
        }
    }

    private static string Reason(ColumnRole role, ColumnFit fit)
    {
        var name = fit.NameFit >= 0.7 ? "known name" : fit.NameFit > 0 ? "name ends like one" : "by content only";
        var column = fit.Column;
        return role switch
        {
            ColumnRole.Text => $"{name}; {column.MeanLength:0} characters on average, {column.Distinct:P0} different",
            ColumnRole.Time => $"{name}; {column.Times.Rate:P0} read as times" + (column.Times.IsDayOrderGuessed ? ", month taken before day without proof" : ""),
            ColumnRole.Id => $"{name}; {column.Distinct:P0} different",
            ColumnRole.Member => $"{name}; {column.DistinctCount} different in the first records",
            ColumnRole.Rating => $"{name}; {column.Minimum:0.##} to {column.Maximum:0.##}",
            _ => name,
        };
    }
}
