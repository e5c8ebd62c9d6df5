"""The network: vectors of pieces and of pairs of pieces, light convolutions, pooling by attention and maximum, a small layer per task.

The pieces' sum, scaled to one length, goes past the convolutions: it is what the encoder would say. Convolutions are products of
neighbouring rows (width 3, second layer with steps of 2), so that they see negation and contrast over seven pieces. Padding is zeroed
before every layer and left out of both poolings: a text's answer does not depend on its batch.
"""
import torch
from torch import nn

import rounding

PAIRS = (1_000_003, 8_191)  # id × first + next id × second, modulo the pair table
WHOLE = 5.0  # length of the sum of a text's pieces
SHARED = (0, 1, 4, 5, 6, 10)  # emotions that the second set speaks of: anger, annoyance, worry, sadness, joy, surprise


class Trunk(nn.Module):
    """heads: labels by task. The task emotion has two views, one for each set that labels it, since the sets mean the words differently:
    which one speaks is a third output, `set`, learned from the text; the answer is their mean with its probability. Frustration is read
    from all heads together: `mix` (mixing.py) has a weight for each logit, in the order of the heads. With `steps` (quantise.py) it reads in
    eight-bit numbers, as the exported model does; with `seen` it keeps how large they are."""

    def __init__(self, table, dimension, layers, queries, hidden, heads, teachers, dropout=0.3):
        super().__init__()
        pooled = (queries + 1) * dimension + table
        self.inward = nn.Linear(table, dimension)
        with torch.no_grad():  # the pieces' first components, as they are
            self.inward.weight.copy_(torch.eye(dimension, table))
            self.inward.bias.zero_()
        self.layers = nn.ModuleList(nn.Linear(3 * dimension, dimension) for _ in range(layers))
        self.queries = nn.Linear(dimension, queries, bias=False)  # a bias would not change the shares
        self.hidden = nn.ModuleDict({name: nn.Linear(pooled, hidden) for name in heads})
        self.heads = nn.ModuleDict({name: nn.Linear(hidden, size) for name, size in heads.items()})
        self.second = nn.Linear(hidden, heads["emotion"])
        self.set = nn.Linear(hidden, 1)
        self.taught = nn.Linear(pooled, 256) if teachers else None
        self.teachers = nn.ModuleDict({name: nn.Linear(256, size) for name, size in teachers.items()})
        self.register_buffer("shared", torch.tensor([float(i in SHARED) for i in range(heads["emotion"])]))
        self.register_buffer("mix", torch.cat([torch.full((size, 1), float(name == "frustration")) for name, size in heads.items()]))
        self.dropout, self.steps, self.seen = dropout, None, None

    def forward(self, vectors, pairs, mask, counted, beside=None):
        """vectors: texts × pieces × table; pairs: the same × dimension, or None; mask: texts × pieces, where a piece is; counted: the same but for start
        signs of all sentences but the first, which are seen and not pooled; beside: what is added to the sentiment. Logits by task; while
        training also `second`, `set` and `taught`."""
        held = mask.unsqueeze(2).to(vectors.dtype)
        whole = nn.functional.normalize((vectors * counted.unsqueeze(2)).sum(dim=1), dim=1, eps=1e-6) * WHOLE
        state = self.inward(vectors)
        state = (state if pairs is None else state + pairs) * held
        for number, layer in enumerate(self.layers):
            state = state + torch.relu(layer(neighbours(self.narrow(state, number, mask), number + 1))) * held
            state = self.drop(state, self.dropout / 3)
        pooled = self.narrow(self.drop(torch.cat([self.pool(state, counted), whole], dim=1), self.dropout), "pooled")
        kept = {name: self.drop(torch.relu(layer(pooled)), self.dropout) for name, layer in self.hidden.items()}
        out = {name: head(kept[name]) for name, head in self.heads.items()}
        second, which = self.second(kept["emotion"]), self.set(kept["emotion"])
        if self.training:
            taught = torch.relu(self.taught(pooled)) if self.taught else None
            return {**out, "second": second, "set": which, "taught": taught}
        out["sentiment"] = out["sentiment"] if beside is None else out["sentiment"] + beside
        out["emotion"] = out["emotion"] + torch.sigmoid(which) * self.shared * (second - out["emotion"])
        out["frustration"] = torch.cat(list(out.values()), dim=1) @ self.mix
        return out

    def narrow(self, values, place, mask=None):
        """place: number of a layer, or "pooled"."""
        if self.seen is not None:
            self.seen.setdefault(place, []).append(values.abs() if mask is None else values[mask].abs().flatten()[::101])
        if self.training or self.steps is None:
            return values
        return rounding.values(values, self.steps["pooled"] if place == "pooled" else self.steps["layers"][place])

    def drop(self, values, share):
        return nn.functional.dropout(values, share, self.training)

    def pool(self, state, counted):
        scores = self.queries(state).masked_fill(~counted.unsqueeze(2), -1e4)
        attended = torch.softmax(scores, dim=1).transpose(1, 2) @ state
        highest = state.masked_fill(~counted.unsqueeze(2), -1e4).max(dim=1).values
        return torch.cat([attended.flatten(1), highest], dim=1)


def neighbours(state, step):
    """Each row beside the rows `step` before and after it; zeros beyond the ends."""
    blank = state.new_zeros(state.shape[0], step, state.shape[2])
    padded = torch.cat([blank, state, blank], dim=1)
    length = state.shape[1]
    return torch.cat([padded[:, :length], state, padded[:, 2 * step:]], dim=2)


def pair_ids(ids, size):
    """Place of each piece and the one before it in the table of pairs; before the first piece stands the start sign."""
    before = torch.cat([torch.zeros_like(ids[:, :1]), ids[:, :-1]], dim=1)
    return (before * PAIRS[0] + ids * PAIRS[1]) % size
