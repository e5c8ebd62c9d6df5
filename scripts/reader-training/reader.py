"""The reading model while it learns: tables of pieces and of pairs of pieces, whose rows move by themselves, and the network above."""
import argparse

import numpy
import torch

import pieces as vocabulary
import rounding
import runs
import trunk

BETAS = (0.9, 0.99)


class Table:
    """Rows that only move when a batch touches them, by Adam (Kingma and Ba 2015) of each row's own."""

    def __init__(self, values, decay=0.0):
        self.values, self.decay = torch.from_numpy(values), decay
        self.mean, self.square = torch.zeros_like(self.values), torch.zeros(len(values), 1)
        self.counts = torch.zeros(len(values), 1)

    def take(self, ids):
        self.rows, places = torch.unique(ids, return_inverse=True)
        self.part = self.values[self.rows].requires_grad_()
        return self.part[places]

    @torch.no_grad()
    def step(self, rate):
        gradient, (first, second) = self.part.grad, BETAS
        count = self.counts[self.rows] + 1
        mean = self.mean[self.rows].mul_(first).add_(gradient, alpha=1 - first)
        square = self.square[self.rows].mul_(second).add_(gradient.square().mean(dim=1, keepdim=True), alpha=1 - second)
        self.mean[self.rows], self.square[self.rows], self.counts[self.rows] = mean, square, count
        spread = (square / (1 - second ** count)).sqrt_().add_(1e-8)
        moved = self.part.detach() * (1 - rate * self.decay) - rate * mean / (1 - first ** count) / spread
        self.values[self.rows] = moved


class Reader:
    """Tables and network together."""

    def __init__(self, table, pairs, network, options):
        self.table, self.pairs, self.network = Table(table, options.decay), Table(pairs, options.decay) if len(pairs) else None, network
        self.word_dropout, self.letters = options.word_dropout, None

    def __call__(self, ids, mask, training=False, beside=None):
        """Logits by head of a batch of texts (see Trunk); beside: what letters add to the sentiment."""
        ids, mask = torch.from_numpy(ids), torch.from_numpy(mask)
        if training:
            dropped = (torch.rand(ids.shape) < self.word_dropout) & (ids != vocabulary.START)
            ids = ids.masked_fill(dropped, vocabulary.UNKNOWN)
        lookup = (lambda table, i: table.take(i)) if training else (lambda table, i: table.values[i])
        vectors = lookup(self.table, ids)
        pairs = None if self.pairs is None else lookup(self.pairs, trunk.pair_ids(ids, len(self.pairs.values)))
        self.network.train(training)
        counted = mask & (ids != vocabulary.START)
        counted[:, 0] = True
        return self.network(vectors, pairs, mask, counted, beside)

    def step(self, rate):
        self.table.step(rate)
        if self.pairs is not None:
            self.pairs.step(rate)

    def resume(self, trained):
        """Takes over what an earlier round or version has learned; the moments of Adam begin anew, and so do teachers' heads that it lacks."""
        tables = numpy.load(f"{trained}.npz")
        self.table.values.copy_(torch.from_numpy(tables["table"]))
        if self.pairs is not None:
            self.pairs.values.copy_(torch.from_numpy(tables["pairs"]))
        self.network.load_state_dict(torch.load(f"{trained}.pt")["state"], strict=False)

    @torch.no_grad()
    def read(self, texts, size=256):
        """Logits of all texts by head."""
        order = numpy.argsort(texts.lengths, kind="stable")
        out = {}
        for first in range(0, len(order), size):
            chosen = order[first:first + size]
            beside = None if self.letters is None else torch.from_numpy(runs.answers(texts.letters(chosen), self.letters))
            for name, logits in self(*texts.batch(chosen), beside=beside).items():
                out.setdefault(name, numpy.zeros((len(order), logits.shape[1]), numpy.float32))[chosen] = logits.numpy()
        return out


def load(trained):
    """A reader as it was saved, for reading only; its numbers are rounded as the exported model's are."""
    saved, tables = torch.load(f"{trained}.pt"), numpy.load(f"{trained}.npz")
    options = argparse.Namespace(**saved["options"])
    network = trunk.Trunk(options.table, options.dimension, options.layers, options.queries, options.hidden, saved["heads"],
                          {}, options.dropout)
    network.steps, state = saved.get("steps"), saved["state"]
    if network.steps is not None:
        state = {name: rounding.weights(values, network.steps["pooled"] if name.startswith("hidden") else 1.0) if rounding.is_narrow(name) else values
                 for name, values in state.items()}
    network.load_state_dict(state, strict=False)
    out = Reader(restored(rounding.by_row(tables["table"])), restored(rounding.evenly(tables["pairs"])), network, options)
    if "letters" in tables:
        out.letters = restored(rounding.by_column(tables["letters"]))
    return out


def restored(rounded):
    """A rounded table as floats again."""
    whole, step = rounded
    return (whole * step).astype(numpy.float32)
