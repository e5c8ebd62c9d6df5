using System.Text;
using TextSeg.Engine.Sources.Decoding;

namespace TextSeg.Engine.Sources.Tables;

/// <summary>
/// Cuts objects out of an array or out of a row of objects without reading the whole: braces are counted outside strings.
/// </summary>
/// <param name="lines">The input.</param>
/// <param name="outerBraces">Braces around the records: 1 for an array wrapped in an object, otherwise 0.</param>
/// <param name="maxCharacters">Characters of one object at most.</param>
internal sealed class JsonObjectReader(LineReader lines, int outerBraces, int maxCharacters)
{
    private readonly StringBuilder _record = new();
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>Reads one object.</summary>
    /// <param name="line">Line on which it starts.</param>
    /// <param name="json">Its text; null when there is a fault.</param>
    /// <param name="fault">One plain sentence; null for a whole object.</param>
    /// <returns>False at the end of the input.</returns>
    public bool TryRead(out long line, out string? json, out string? fault)
    {
        _record.Clear();
        line = lines.Number;
        json = fault = null;
        var tooLong = false;
        while (lines.TryReadCharacter(out var c))
        {
            var isStart = c == '{' && !_inString && _depth == outerBraces;
            if (isStart)
            {
                line = lines.Number;
                _record.Clear();
            }

            Follow(c);
            if (_depth <= outerBraces && c != '}')
            {
                continue;
            }

            tooLong |= _record.Length >= maxCharacters;
            if (!tooLong)
            {
                _record.Append(c);
            }

            if (_depth == outerBraces && _record.Length > 1)
            {
                json = tooLong ? null : _record.ToString();
                fault = tooLong ? $"The record is longer than {maxCharacters:N0} characters." : null;
                return true;
            }
        }

        fault = _depth > outerBraces ? "The input ends in the middle of this record." : null;
        _depth = 0;
        return fault is not null;
    }

    private void Follow(char c)
    {
        if (_inString)
        {
            _inString = _escaped || c != '"';
            _escaped = !_escaped && c == '\\';
            return;
        }

        _inString = c == '"';
        _depth += c switch
        {
            '{' => 1,
            '}' when _depth > 0 => -1,
            _ => 0,
        };
    }
}
