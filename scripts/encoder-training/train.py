"""Step 5: learns the student. A text's vector is the weighted sum of its pieces' vectors, scaled to length 1.

    train.py WORK MULTILINGUAL_TEACHER [--epochs N] [--steps N] ...

Targets: the English teacher's vector of the English side, for a translation too (Reimers and Gurevych 2020); the multilingual
teacher's vector less the mean of its language, by a second head. Both heads are thrown away: the vector before them groups better.
Loss of each head: 1 - cosine, and five times the mean squared difference of the similarities inside blocks of 512 texts.
Writes WORK/student.npz.
"""
import argparse
import collections
import json
import time

import numpy
import sentencepiece
import torch

import start

BATCH, SECOND_BATCH, BLOCK, WARM_UP, LONGEST, SEED = 4096, 1024, 512, 60, 96, 20
RARE = 40_000  # translations of a language with fewer are repeated, up to REPEATS times
REPEATS = 4


def read_lines(path, limit=None):
    with open(path) as file:
        return [json.loads(line) for _, line in zip(range(limit or 10**9), file)]


class Texts:
    """Piece ids of many texts in one array, cut out for a batch as EmbeddingBag wants them."""

    def __init__(self, texts, pieces):
        encoded = []
        for first in range(0, len(texts), 50_000):
            encoded += pieces.encode(texts[first:first + 50_000], num_threads=2)
        lengths = numpy.array([min(len(ids), LONGEST) + 1 for ids in encoded])
        self.starts = numpy.concatenate([[0], numpy.cumsum(lengths)])
        self.ids = numpy.zeros(self.starts[-1], numpy.int32)
        for row, ids in enumerate(encoded):
            self.ids[self.starts[row] + 1:self.starts[row + 1]] = ids[:LONGEST]

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
    def __init__(self, vectors, weights, targets):
        super().__init__()
        self.vectors = torch.nn.Parameter(torch.from_numpy(vectors))
        self.weights = torch.nn.Parameter(torch.from_numpy(weights))
        self.heads = torch.nn.ModuleList(torch.nn.Linear(vectors.shape[1], size) for size in targets)

    def forward(self, ids, offsets):
        summed = torch.nn.functional.embedding_bag(ids, self.vectors, offsets, mode="sum", per_sample_weights=self.weights[ids].exp())
        return torch.nn.functional.normalize(summed, dim=1)

    def loss(self, head, vectors, targets):
        towards = 1 - (torch.nn.functional.normalize(self.heads[head](vectors), dim=1) * targets).sum(dim=1).mean()
        own, wanted = (x.view(-1, BLOCK, x.shape[1]) for x in (vectors, targets))
        return towards + 5 * (own @ own.transpose(1, 2) - wanted @ wanted.transpose(1, 2)).square().mean()


def first_weights(texts, count):
    """Log of a / (a + p): frequent pieces say less (Arora, Liang and Ma 2017)."""
    share = numpy.bincount(texts.ids, minlength=count) / len(texts.ids)
    return numpy.log(1e-3 / (1e-3 + share)).astype(numpy.float32)


def first_task(work, pieces):
    """Texts with the English teacher's vectors: English ones and their translations, rare languages repeated."""
    targets = numpy.load(f"{work}/first.npy", mmap_mode="r")
    english = [row["text"] for row in read_lines(f"{work}/english.jsonl", len(targets))]
    pairs = [p for p in read_lines(f"{work}/pairs.jsonl") if p[0] < len(targets)]
    sizes = collections.Counter(language for _, language, _ in pairs)
    rows = list(range(len(english)))
    for i, (_, language, _) in enumerate(pairs):
        rows += [len(english) + i] * min(REPEATS, max(1, RARE // sizes[language]))
    target = numpy.concatenate([numpy.arange(len(english)), [p[0] for p in pairs]])
    return Texts(english + [p[2] for p in pairs], pieces), numpy.array(rows), target, torch.from_numpy(numpy.array(targets))


def second_task(work, pieces):
    """Posts of many languages with the multilingual teacher's vectors, less the mean of their language."""
    targets = numpy.array(numpy.load(f"{work}/second.npy"))
    rows = read_lines(f"{work}/other.jsonl", len(targets))
    languages = numpy.array([row["language"] for row in rows])
    for language in set(languages):
        own = languages == language
        targets[own] -= targets[own].mean(axis=0)
    targets /= numpy.linalg.norm(targets, axis=1, keepdims=True) + 1e-9
    return Texts([row["text"] for row in rows], pieces), torch.from_numpy(targets)


def main(options):
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    random = numpy.random.default_rng(SEED)
    pieces = sentencepiece.SentencePieceProcessor(model_file=f"{options.work}/pieces.model")
    names = [pieces.id_to_piece(i) for i in range(len(pieces))]
    texts, rows, target_of, targets = first_task(options.work, pieces)
    others, other_targets = second_task(options.work, pieces)
    student = Student(start.piece_vectors(names, options.teacher), first_weights(texts, len(names)), (targets.shape[1], other_targets.shape[1]))
    steps = int(options.epochs * len(rows) / BATCH)
    optimiser = torch.optim.Adam(student.parameters(), lr=options.rate, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / WARM_UP, max(0.0, 1 - s / steps)))
    print(f"{len(rows)} rows, {len(others.starts) - 1} of the second teacher, {steps} steps")
    began, shown = time.time(), numpy.zeros(2)
    order = numpy.concatenate([random.permutation(rows) for _ in range(int(numpy.ceil(options.epochs)))])
    for step in range(steps):
        chosen = order[step * BATCH:(step + 1) * BATCH]
        loss = student.loss(0, student(*texts.batch(chosen, options.dropout, random)), targets[target_of[chosen]])
        chosen = random.integers(len(other_targets), size=SECOND_BATCH)
        second = student.loss(1, student(*others.batch(chosen, options.dropout, random)), other_targets[chosen])
        optimiser.zero_grad()
        (loss + options.second * second).backward()
        optimiser.step()
        schedule.step()
        shown += loss.item(), second.item()
        if step % 50 == 49:
            print(f"step {step + 1} loss {shown[0] / 50:.4f} {shown[1] / 50:.4f} {time.time() - began:.0f} s", flush=True)
            shown[:] = 0
    table = (student.weights.exp()[:, None] * student.vectors).detach().numpy()
    numpy.savez(f"{options.work}/{options.out}", table=table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("teacher")
    parser.add_argument("--epochs", type=float, default=6)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--second", type=float, default=0.5, help="weight of the second teacher's loss")
    parser.add_argument("--dropout", type=float, default=0.0, help="share of pieces left out")
    parser.add_argument("--out", default="student.npz")
    main(parser.parse_args())
