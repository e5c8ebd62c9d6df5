"""Step 6: learns the student. A text's vector is the weighted sum of its pieces' vectors, scaled to length 1.

    train.py WORK MULTILINGUAL_TEACHER [--epochs N] [--steps N] ...

Targets: the English teacher's vector of the English side, for a translation too (Reimers and Gurevych 2020); the multilingual
teacher's vector less the mean of its language, by a second head. Both heads are thrown away: the vector before them groups better.
Loss of each head: 1 - cosine, and five times the mean squared difference of the similarities inside blocks of 512 texts.
Writes WORK/student.npz.
"""
import argparse
import collections
import json
import sys
import time

import numpy
import sentencepiece
import torch

import start

BATCH, SECOND_BATCH, BLOCK, WARM_UP, LONGEST, SEED = 4096, 1024, 512, 60, 96, 20
BETAS = (0.9, 0.99)
RARE = 40_000  # translations of a language with fewer are repeated, up to REPEATS times
REPEATS = 4


def read_lines(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


def with_targets(texts, targets):
    """The teacher's vectors of the texts, row by row."""
    rows, vectors = read_lines(texts), numpy.array(numpy.load(targets))
    if len(rows) != len(vectors):
        sys.exit(f"{texts} has {len(rows)} texts and {targets} has {len(vectors)} vectors: remove {targets} and run again.")
    return rows, vectors


class Texts:
    """Piece ids of many texts in one array, cut out for a batch as EmbeddingBag wants them."""

    def __init__(self, texts, pieces, longest=LONGEST):
        encoded = []
        for first in range(0, len(texts), 50_000):
            encoded += pieces.encode(texts[first:first + 50_000], num_threads=2)
        lengths = numpy.array([min(len(ids), longest) + 1 for ids in encoded])
        self.starts = numpy.concatenate([[0], numpy.cumsum(lengths)])
        self.ids = numpy.zeros(self.starts[-1], numpy.int32)
        for row, ids in enumerate(encoded):
            self.ids[self.starts[row] + 1:self.starts[row + 1]] = ids[:longest]

    def batch(self, rows, dropout, random):
        spans = [self.ids[self.starts[r]:self.starts[r + 1]] for r in rows]
        ids = numpy.concatenate(spans)
        bags = numpy.repeat(numpy.arange(len(rows)), [len(s) for s in spans])
        if dropout:
            keep = (random.random(len(ids)) >= dropout) | (ids == 0)
            ids, bags = ids[keep], bags[keep]
        offsets = numpy.searchsorted(bags, numpy.arange(len(rows)))
        return torch.from_numpy(ids.astype(numpy.int64)), torch.from_numpy(offsets)


class Student(torch.nn.Module):
    """All but the vectors of the pieces, which LazyAdam holds."""

    def __init__(self, dimension, weights, targets):
        super().__init__()
        self.weights = torch.nn.Parameter(torch.from_numpy(weights))
        self.heads = torch.nn.ModuleList(torch.nn.Linear(dimension, size) for size in targets)

    def forward(self, vectors, places, ids, offsets):
        weights = self.weights[ids].exp()
        summed = torch.nn.functional.embedding_bag(places, vectors, offsets, mode="sum", per_sample_weights=weights)
        return torch.nn.functional.normalize(summed, dim=1)

    def loss(self, head, vectors, targets):
        towards = 1 - (torch.nn.functional.normalize(self.heads[head](vectors), dim=1) * targets).sum(dim=1).mean()
        own, wanted = (x.view(-1, BLOCK, x.shape[1]) for x in (vectors, targets))
        return towards + 5 * (own @ own.transpose(1, 2) - wanted @ wanted.transpose(1, 2)).square().mean()


class LazyAdam:
    """Adam (Kingma and Ba 2015) that moves only the rows a batch touched: most pieces are absent from most batches."""

    def __init__(self, table, betas=BETAS):
        self.table = torch.from_numpy(table)
        self.mean, self.square = torch.zeros_like(self.table), torch.zeros_like(self.table)
        self.betas, self.steps = betas, 0

    def take(self, ids):
        self.rows, places = torch.unique(ids, return_inverse=True)
        self.part = self.table[self.rows].requires_grad_()
        return self.part, places

    @torch.no_grad()
    def step(self, rate):
        self.steps += 1
        gradient, (first, second) = self.part.grad, self.betas
        mean = self.mean[self.rows].mul_(first).add_(gradient, alpha=1 - first)
        square = self.square[self.rows].mul_(second).addcmul_(gradient, gradient, value=1 - second)
        self.mean[self.rows], self.square[self.rows] = mean, square
        spread = square.div_(1 - second ** self.steps).sqrt_().add_(1e-8)
        self.table[self.rows] = self.part.detach().addcdiv_(mean, spread, value=-rate / (1 - first ** self.steps))


def first_weights(texts, count):
    """Log of a / (a + p): frequent pieces say less (Arora, Liang and Ma 2017)."""
    share = numpy.bincount(texts.ids, minlength=count) / len(texts.ids)
    return numpy.log(1e-3 / (1e-3 + share)).astype(numpy.float32)


def first_task(work, pieces):
    """Texts with the English teacher's vectors: English ones and their translations, rare languages repeated."""
    rows, targets = with_targets(f"{work}/english.jsonl", f"{work}/first.npy")
    english, pairs = [row["text"] for row in rows], read_lines(f"{work}/pairs.jsonl")
    sizes = collections.Counter(language for _, language, _ in pairs)
    rows = list(range(len(english)))
    for i, (_, language, _) in enumerate(pairs):
        rows += [len(english) + i] * min(REPEATS, max(1, RARE // sizes[language]))
    target = numpy.concatenate([numpy.arange(len(english)), [p[0] for p in pairs]])
    return Texts(english + [p[2] for p in pairs], pieces), numpy.array(rows), target, torch.from_numpy(targets)


def second_task(work, pieces):
    """Posts of many languages with the multilingual teacher's vectors, less the mean of their language."""
    rows, targets = with_targets(f"{work}/other.jsonl", f"{work}/second.npy")
    languages = numpy.array([row["language"] for row in rows])
    for language in set(languages):
        own = languages == language
        targets[own] -= targets[own].mean(axis=0)
    targets /= numpy.linalg.norm(targets, axis=1, keepdims=True) + 1e-9
    return Texts([row["text"] for row in rows], pieces), torch.from_numpy(targets)


def learn(options, first, second, table, student):
    """Steps of both tasks together; the rate rises for WARM_UP steps and then falls to zero in a straight line."""
    (texts, rows, target_of, targets), (others, other_targets) = first, second
    random = numpy.random.default_rng(SEED)
    steps = int(options.epochs * len(rows) / BATCH)
    optimiser = torch.optim.Adam(student.parameters(), lr=options.rate, betas=BETAS)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / WARM_UP, max(0.0, 1 - s / steps)))
    order = numpy.concatenate([random.permutation(rows) for _ in range(int(numpy.ceil(options.epochs)))])
    print(f"{len(rows)} rows, {len(other_targets)} of the second teacher, {steps} steps", flush=True)
    shown = numpy.zeros(2)
    for step in range(steps):
        chosen, extra = order[step * BATCH:(step + 1) * BATCH], random.integers(len(other_targets), size=SECOND_BATCH)
        batches = texts.batch(chosen, options.dropout, random), others.batch(extra, options.dropout, random)
        part, places = table.take(torch.cat([ids for ids, _ in batches]))
        split = len(batches[0][0])
        losses = (student.loss(0, student(part, places[:split], *batches[0]), targets[target_of[chosen]]),
                  student.loss(1, student(part, places[split:], *batches[1]), other_targets[extra]))
        optimiser.zero_grad()
        (losses[0] + options.second * losses[1]).backward()
        table.step(schedule.get_last_lr()[0])
        optimiser.step()
        schedule.step()
        shown += [loss.item() for loss in losses]
        if step % 50 == 49:
            print(f"step {step + 1} loss {shown[0] / 50:.4f} {shown[1] / 50:.4f}, {time.process_time():.0f} s of processor", flush=True)
            shown[:] = 0


def main(options):
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    pieces = sentencepiece.SentencePieceProcessor(model_file=f"{options.work}/pieces.model")
    names = [pieces.id_to_piece(i) for i in range(len(pieces))]
    first, second = first_task(options.work, pieces), second_task(options.work, pieces)
    table = LazyAdam(start.piece_vectors(names, options.teacher))
    student = Student(start.DIMENSION, first_weights(first[0], len(names)), (first[3].shape[1], second[1].shape[1]))
    learn(options, first, second, table, student)
    weighted = (student.weights.exp()[:, None] * table.table).detach().numpy()
    numpy.savez(f"{options.work}/{options.out}", table=weighted)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("teacher")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--second", type=float, default=0.7, help="weight of the second teacher's loss")
    parser.add_argument("--dropout", type=float, default=0.0, help="share of pieces left out")
    parser.add_argument("--out", default="student.npz")
    main(parser.parse_args())
