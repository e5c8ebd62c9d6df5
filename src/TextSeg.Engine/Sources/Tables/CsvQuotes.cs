namespace TextSeg.Engine.Sources.Tables;

/// <summary>Follows the quotes of RFC 4180 along the lines of one record.</summary>
internal sealed class CsvQuotes(char delimiter)
{
    private enum State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    private State _state;

    /// <summary>Whether a quoted field is still open.</summary>
    public bool IsOpen => _state == State.Quoted;

    /// <summary>Forgets all that was read.</summary>
    public void Reset() => _state = State.FieldStart;

    /// <summary>Reads one line.</summary>
    /// <returns>False when a quoted field is followed by something that is neither a delimiter nor the end of the line.</returns>
    public bool Accept(string line)
    {
        var wellFormed = true;
        foreach (var c in line)
        {
            wellFormed &= _state != State.QuoteInQuoted || c == '"' || c == delimiter;
            _state = Next(c);
        }

        if (_state != State.Quoted)
        {
            _state = State.FieldStart;
        }

        return wellFormed;
    }

    private State Next(char c) => _state switch
    {
        State.Quoted => c == '"' ? State.QuoteInQuoted : State.Quoted,
        State.QuoteInQuoted when c == '"' => State.Quoted,
        State.FieldStart when c == '"' => State.Quoted,
        _ => c == delimiter ? State.FieldStart : State.Plain,
    };
}
