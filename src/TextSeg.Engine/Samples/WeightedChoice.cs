using System.Globalization;

namespace TextSeg.Engine.Samples;

/// <summary>Labels with weights, written as "rain:30 wind:10"; a draw takes each in proportion to its weight.</summary>
internal sealed class WeightedChoice
{
    private readonly string[] _labels;
    private readonly double[] _upTo;

    public WeightedChoice(IReadOnlyList<string> labels, IReadOnlyList<double> weights)
    {
        _labels = [.. labels];
        _upTo = new double[labels.Count];
        var sum = 0.0;
        for (var i = 0; i < labels.Count; i++)
        {
            _upTo[i] = sum += weights[i];
        }
    }

    public IReadOnlyList<string> Labels => _labels;

    public static WeightedChoice Parse(string mix)
    {
        var parts = mix.Split(' ').Select(part => part.Split(':')).ToList();
        return new WeightedChoice(
            [.. parts.Select(part => part[0])],
            [.. parts.Select(part => double.Parse(part[1], CultureInfo.InvariantCulture))]);
    }

    /// <summary>The share of a label, 0 to 1; 0 for a label that is not in the mix.</summary>
    public double ShareOf(string label)
    {
        var i = Array.IndexOf(_labels, label);
        return i < 0 ? 0 : (_upTo[i] - (i == 0 ? 0 : _upTo[i - 1])) / _upTo[^1];
    }

    public string Draw(Dice dice)
    {
        var point = dice.Unit() * _upTo[^1];
        for (var i = 0; i < _labels.Length; i++)
        {
            if (point < _upTo[i])
            {
                return _labels[i];
            }
        }

        return _labels[^1];
    }
}
