"""The network: vectors of pieces and of pairs of pieces, light convolutions, pooling by attention and maximum, a linear head per task.

Convolutions are products of neighbouring rows (width 3, second layer with steps of 2), so that they see negation and contrast over nine
pieces. Padding is zeroed before every layer and left out of both poolings: a text's answer does not depend on its batch.
"""
import torch
from torch import nn

PAIRS = (1_000_003, 8_191)  # id × first + next id × second, modulo the pair table


class Trunk(nn.Module):
    def __init__(self, dimension, layers, queries, hidden, heads, teachers, dropout=0.3):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(3 * dimension, dimension) for _ in range(layers))
        self.queries = nn.Linear(dimension, queries)
        self.hidden = nn.Linear((queries + 1) * dimension, hidden)
        self.heads = nn.ModuleDict({name: nn.Linear(hidden, size) for name, size in heads.items()})
        self.teachers = nn.ModuleDict({name: nn.Linear(hidden, size) for name, size in teachers.items()})
        self.dropout = dropout

    def forward(self, vectors, mask):
        """vectors: texts × pieces × dimension; mask: texts × pieces. A dictionary of logits, and the hidden layer."""
        held = mask.unsqueeze(2).to(vectors.dtype)
        state = vectors * held
        for number, layer in enumerate(self.layers):
            state = state + torch.relu(layer(neighbours(state, number + 1))) * held
            state = nn.functional.dropout(state, self.dropout / 3, self.training)
        pooled = nn.functional.dropout(self.pool(state, mask), self.dropout, self.training)
        hidden = torch.relu(self.hidden(pooled))
        kept = nn.functional.dropout(hidden, self.dropout, self.training)
        return {name: head(kept) for name, head in self.heads.items()}, hidden

    def pool(self, state, mask):
        scores = self.queries(state).masked_fill(~mask.unsqueeze(2), -1e4)
        attended = torch.softmax(scores, dim=1).transpose(1, 2) @ state
        highest = state.masked_fill(~mask.unsqueeze(2), -1e4).max(dim=1).values
        return torch.cat([attended.flatten(1), highest], dim=1)


def neighbours(state, step):
    """Each row beside the rows `step` before and after it; zeros beyond the ends."""
    blank = state.new_zeros(state.shape[0], step, state.shape[2])
    padded = torch.cat([blank, state, blank], dim=1)
    length = state.shape[1]
    return torch.cat([padded[:, :length], state, padded[:, 2 * step:]], dim=2)


def pair_ids(ids, size):
    """Place of each piece and the one before it in the table of pairs (the first piece has no pair of its own: its place is 0)."""
    before = torch.cat([torch.zeros_like(ids[:, :1]), ids[:, :-1]], dim=1)
    return (before * PAIRS[0] + ids * PAIRS[1]) % size
