namespace TextSeg.Engine.Samples.Phrases;

/// <summary>
/// The rules for one topic in one language. The text has one rule a block: "name:" and below it one alternative a line, or
/// "name: one | other". In an alternative [a|b|] chooses in place, {name} expands a rule, {3-40} draws a number and {$email} fills a slot.
/// A rule that is defined again gains alternatives.
/// </summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal);

    public Grammar(string language, params IEnumerable<string> texts)
    {
        Language = language;
        foreach (var text in texts)
        {
            Add(text);
        }

        var empty = _rules.Values.Where(rule => rule.Alternatives.Count == 0).Select(rule => rule.Name).ToList();
        if (empty.Count > 0)
        {
            throw new FormatException($"The '{language}' grammar uses rules that nothing defines: {string.Join(", ", empty)}.");
        }
    }

    public string Language { get; }

    public int RuleCount => _rules.Count;

    /// <summary>The rule of this name, or null.</summary>
    public Rule? Find(string name) => _rules.GetValueOrDefault(name);

    /// <summary>The rule of this name, made empty when it is not known yet, so that rules may be used before they are defined.</summary>
    internal Rule Declare(string name)
    {
        if (!_rules.TryGetValue(name, out var rule))
        {
            _rules[name] = rule = new Rule(name, _rules.Count);
        }

        return rule;
    }

    private void Add(string text)
    {
        Rule? current = null;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                current = Declare(line[..colon]);
                AddInline(current, line[(colon + 1)..].Trim());
            }
            else if (current is not null)
            {
                current.Alternatives.Add(PhraseParser.Parse(line.Trim(), this));
            }
        }
    }

    private void AddInline(Rule rule, string list)
    {
        if (list.Length > 0)
        {
            rule.Alternatives.AddRange(list.Split(" | ").Select(alternative => PhraseParser.Parse(alternative.Trim(), this)));
        }
    }
}
