namespace TextSeg.Nlp.Classifiers;

/// <summary>The heads of several classifiers read as one; of two heads with the same name, that of the later classifier is asked.</summary>
public sealed class ClassifierPanel : ITextClassifier
{
    private readonly IReadOnlyList<ITextClassifier> _members;
    private readonly (int Member, int Head)[] _places;

    /// <param name="members">At least one, each with a head that no later one replaces; they are disposed with the panel.</param>
    /// <exception cref="ArgumentException">There is no classifier.</exception>
    public ClassifierPanel(IReadOnlyList<ITextClassifier> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
        {
            throw new ArgumentException("A panel needs at least one classifier.", nameof(members));
        }

        var places = new List<(int Member, int Head)>();
        for (var member = 0; member < members.Count; member++)
        {
            for (var head = 0; head < members[member].Heads.Count; head++)
            {
                var name = members[member].Heads[head].Name;
                var known = places.FindIndex(place => members[place.Member].Heads[place.Head].Name == name);
                places.RemoveRange(Math.Max(known, 0), known < 0 ? 0 : 1);
                places.Insert(known < 0 ? places.Count : known, (member, head));
            }
        }

        (_members, _places) = (members, [.. places]);
        Heads = [.. places.Select(place => members[place.Member].Heads[place.Head])];
        Name = string.Join("+", places.Select(place => place.Member).Distinct().Order().Select(member => members[member].Name));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => Read(texts, [], cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<TextReading> Read(IReadOnlyList<string> texts, IReadOnlyList<WholeText> wholes, CancellationToken cancellationToken = default)
    {
        var asked = _places.Select(place => place.Member).ToHashSet();
        var readings = _members.Select((member, at) => asked.Contains(at) ? member.Read(texts, wholes, cancellationToken) : []).ToArray();
        return [.. Enumerable.Range(0, texts.Count + wholes.Count).Select(row =>
            new TextReading([.. _places.Select(place => readings[place.Member][row].Heads[place.Head])]))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var member in _members)
        {
            member.Dispose();
        }
    }
}
