namespace TextSeg.Engine.Samples.Planting;

/// <summary>
/// Who writes when: gives every member's posts at growing times, all members merged in the order of time.
/// Holds one entry a member, however many posts there are.
/// </summary>
internal sealed class PostSchedule
{
    private readonly IReadOnlyList<Member> _members;
    private readonly PriorityQueue<int, (DateTime Time, int Member)> _next = new();
    private readonly double[] _position;
    private readonly double[] _end;
    private readonly int[] _left;
    private readonly Dice _dice;

    public PostSchedule(IReadOnlyList<Member> members, int seed, CancellationToken cancellationToken)
    {
        _members = members;
        _position = new double[members.Count];
        _end = new double[members.Count];
        _left = new int[members.Count];
        _dice = new Dice(seed, -2);
        for (var i = 0; i < members.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var plan = members[i].Segment;
            _position[i] = plan.JoinsAfter + ((1 - plan.JoinsAfter) * 0.6 * _dice.Unit() * _dice.Unit());
            _end[i] = _dice.Chance(0.7) ? 1 : _position[i] + ((1 - _position[i]) * (0.3 + (0.7 * _dice.Unit())));
            _left[i] = members[i].Facts.Posts;
            Push(i);
        }
    }

    /// <summary>Takes the next post; false when all are written.</summary>
    public bool TryNext(out Member member, out DateTime time)
    {
        if (!_next.TryDequeue(out var number, out var when))
        {
            (member, time) = (null!, default);
            return false;
        }

        (member, time) = (_members[number], when.Time);
        if (--_left[number] > 0)
        {
            Push(number);
        }

        return true;
    }

    // The smallest of n uniform draws on what is left of the member's time: successive ones are order statistics.
    private void Push(int number)
    {
        var step = 1 - Math.Pow(1 - _dice.Unit(), 1.0 / _left[number]);
        _position[number] += (_end[number] - _position[number]) * step;
        _next.Enqueue(number, (ToTime(_position[number], _members[number].Segment.Hours), number));
    }

    // Bends each day so that the segment's hours get their weight; time still only grows.
    private static DateTime ToTime(double position, double[] hours)
    {
        var days = position * (Calendar.End - Calendar.Start).TotalDays;
        var day = Math.Floor(days);
        var rest = (days - day) * hours.Sum();
        var block = 0;
        while (block < hours.Length - 1 && rest >= hours[block])
        {
            rest -= hours[block++];
        }

        var seconds = (block + Math.Min(rest / hours[block], 0.9999)) * 86_400 / hours.Length;
        return Calendar.Start.AddDays(day).AddSeconds(Math.Floor(seconds));
    }
}
