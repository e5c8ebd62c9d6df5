namespace TextSeg.Nlp.Tokenizers.TokenModels;

/// <summary>One piece while its symbols are merged: a doubly linked list in an array.</summary>
internal sealed class BpeWord
{
    private readonly List<Symbol> _symbols = [];

    /// <param name="id">Token of the symbol.</param>
    /// <param name="bytes">UTF-8 bytes of the piece it covers.</param>
    public void Add(int id, int bytes)
    {
        var at = _symbols.Count;
        if (at > 0)
        {
            _symbols[at - 1] = _symbols[at - 1] with { Next = at };
        }

        _symbols.Add(new Symbol(id, bytes, at - 1, -1));
    }

    /// <summary>Merges the pair of lowest rank, of equal ranks the leftmost, until no pair can be merged.</summary>
    public void MergeAll(BpeMerges merges)
    {
        var queue = new PriorityQueue<(int Place, int Id), (int Rank, int Place)>();
        for (var place = 0; place + 1 < _symbols.Count; place++)
        {
            Offer(queue, merges, place);
        }

        while (queue.TryDequeue(out var candidate, out _))
        {
            var left = _symbols[candidate.Place];
            if (left.Bytes < 0 || left.Next < 0 || !merges.TryFind(left.Id, _symbols[left.Next].Id, out var merge) || merge.Id != candidate.Id)
            {
                continue;
            }

            Merge(candidate.Place, left, merge.Id);
            Offer(queue, merges, left.Previous);
            Offer(queue, merges, candidate.Place);
        }
    }

    /// <summary>Ids with the bytes they cover, in order.</summary>
    public IEnumerable<(int Id, int Bytes)> Tokens()
    {
        for (var at = _symbols.Count > 0 ? 0 : -1; at >= 0; at = _symbols[at].Next)
        {
            yield return (_symbols[at].Id, _symbols[at].Bytes);
        }
    }

    private void Merge(int place, Symbol left, int id)
    {
        var right = _symbols[left.Next];
        _symbols[left.Next] = right with { Bytes = -1 };
        _symbols[place] = new Symbol(id, left.Bytes + right.Bytes, left.Previous, right.Next);
        if (right.Next >= 0)
        {
            _symbols[right.Next] = _symbols[right.Next] with { Previous = place };
        }
    }

    private void Offer(PriorityQueue<(int Place, int Id), (int Rank, int Place)> queue, BpeMerges merges, int place)
    {
        if (place >= 0 && _symbols[place].Next is var next and >= 0 && merges.TryFind(_symbols[place].Id, _symbols[next].Id, out var merge))
        {
            queue.Enqueue((place, merge.Id), (merge.Rank, place));
        }
    }

    /// <summary>A token under way; −1 bytes once it is part of its left neighbour.</summary>
    private readonly record struct Symbol(int Id, int Bytes, int Previous, int Next);
}
