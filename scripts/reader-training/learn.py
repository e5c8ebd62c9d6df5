"""Learns the reading model: all heads together, each text with the targets that it has.

    learn.py ROWS ENCODER WORK [--epochs N] [--rate R] ...

ROWS is the folder of scripts/reader-data, ENCODER that of the shipped encoder. WORK/teacher.jsonl with teacher.npy (texts with vectors of the
multilingual teacher) are a further task, whose head is thrown away. Writes WORK/reader.npz (table, pairs) and WORK/reader.pt.
"""
import argparse
import time

import numpy
import torch

import measuring
import pieces as vocabulary
import teacher as teachers
import texts as training
import trunk

BETAS, SEED, WARM_UP = (0.9, 0.99), 5, 200
LOSS_WEIGHTS = {"sentiment": 1.0, "emotion": 1.0, "frustration": 0.3, "intent": 0.7, "urgency": 0.5}
# How often a row of a source is shown in an epoch: posts labelled by people more often than labels that were mapped.
REPEATS = {"xlmt_sentiment": 3.0, "senti4sd_so": 1.5, "churn_intent": 4.0, "clinc150": 0.5, "teacher": 1.0}
MAPPED = {("sentiment", "brighter_emotions"): 0.3, ("sentiment", "goemotions"): 0.5}  # weight of a label that was mapped


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
        self.word_dropout = options.word_dropout

    def __call__(self, ids, mask, training=False):
        ids, mask = torch.from_numpy(ids), torch.from_numpy(mask)
        if training:
            dropped = (torch.rand(ids.shape) < self.word_dropout) & (ids != vocabulary.START)
            ids = ids.masked_fill(dropped, vocabulary.UNKNOWN)
        lookup = (lambda table, i: table.take(i)) if training else (lambda table, i: table.values[i])
        vectors = lookup(self.table, ids)
        if self.pairs is not None:
            vectors = vectors + lookup(self.pairs, trunk.pair_ids(ids, len(self.pairs.values)))
        self.network.train(training)
        return self.network(vectors, mask)

    def step(self, rate):
        self.table.step(rate)
        if self.pairs is not None:
            self.pairs.step(rate)

    @torch.no_grad()
    def read(self, texts, size=256):
        """Logits of all texts by head."""
        order = numpy.argsort(texts.lengths, kind="stable")
        out = {}
        for first in range(0, len(order), size):
            chosen = order[first:first + size]
            for name, logits in self(*texts.batch(chosen))[0].items():
                out.setdefault(name, numpy.zeros((len(order), logits.shape[1]), numpy.float32))[chosen] = logits.numpy()
        return out


def loss_of(head, logits, wanted, weights, smoothing):
    """Mean over the texts of a batch that have the head."""
    has = ~torch.isnan(wanted).all(dim=1)
    logits, wanted, weights = logits[has], wanted[has], weights[has]
    if not len(logits):
        return logits.sum()
    if head in training.MANY:
        known = ~torch.isnan(wanted)
        each = torch.nn.functional.binary_cross_entropy_with_logits(logits, torch.nan_to_num(wanted), reduction="none")
        return ((each * known).sum(dim=1) * weights).sum() / weights.sum() / max(1, logits.shape[1] / 4)
    wanted = wanted * (1 - smoothing) + smoothing / logits.shape[1]
    return (-(torch.log_softmax(logits, 1) * wanted).sum(dim=1) * weights).sum() / weights.sum()


def weights_of(rows):
    """rows × heads: weight of each row's label in a head's loss."""
    weights = {head: numpy.ones(len(rows.texts), numpy.float32) for head in training.HEADS}
    for (head, source), weight in MAPPED.items():
        weights[head][rows.sources == source] = weight
    return weights


def epoch_batches(rows, size, random):
    """Batches of about `size` × 32 pieces, of texts alike in length; a source is repeated as REPEATS says."""
    times = numpy.array([REPEATS.get(source, 1.0) for source in rows.sources])
    copies = (times + random.random(len(times))).astype(int)
    order = random.permutation(numpy.repeat(numpy.arange(len(times)), copies))
    batches = []
    for first in range(0, len(order), size * 64):
        block = order[first:first + size * 64]
        block = block[numpy.argsort(rows.pieces.lengths[block], kind="stable")]
        while len(block):
            count = max(8, int(size * 32 / max(16, rows.pieces.lengths[block[min(len(block), size) - 1]])))
            batches.append(block[:count])
            block = block[count:]
    return [batches[i] for i in random.permutation(len(batches))]


def learn(reader, rows, teacher, options, report):
    random = numpy.random.default_rng(SEED)
    optimiser = torch.optim.AdamW(reader.network.parameters(), lr=options.rate, betas=BETAS, weight_decay=0.01)
    weights, step, started = weights_of(rows), 0, time.time()
    epochs = [epoch_batches(rows, options.batch, random) for _ in range(options.epochs)]
    steps = sum(len(batches) for batches in epochs)
    print(f"{len(rows.texts)} texts, {steps} steps", flush=True)
    for number, batches in enumerate(epochs):
        shown = {}
        for chosen in batches:
            rate = min((step + 1) / WARM_UP, max(0.02, 1 - step / steps))
            outputs, hidden = reader(*rows.pieces.batch(chosen, options.longest), training=True)
            losses = {head: loss_of(head, outputs[head], torch.from_numpy(rows.targets[head][chosen]),
                                    torch.from_numpy(weights[head][chosen]), options.smoothing) for head in outputs}
            if teacher is not None:
                losses["teacher"] = teacher.loss(reader.network, hidden, chosen)
            optimiser.zero_grad()
            sum(LOSS_WEIGHTS.get(head, options.teacher) * loss for head, loss in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(reader.network.parameters(), 5.0)
            for group in optimiser.param_groups:
                group["lr"] = rate * options.rate
            optimiser.step()
            reader.step(rate * options.table_rate)
            step += 1
            for head, loss in losses.items():
                shown.setdefault(head, []).append(loss.item())
        means = " ".join(f"{head} {numpy.mean([v for v in values if v]):.3f}" for head, values in shown.items())
        print(f"epoch {number + 1} {time.time() - started:.0f} s: {means}", flush=True)
        report(reader, number)


def load(trained):
    """A reader as it was saved, for reading only; its tables are rounded as the exported model's are."""
    saved, tables = torch.load(f"{trained}.pt"), numpy.load(f"{trained}.npz")
    options = argparse.Namespace(**saved["options"])
    network = trunk.Trunk(options.dimension, options.layers, options.queries, options.hidden, saved["heads"],
                          len(saved["state"].get("teacher.bias", ())), options.dropout)
    network.load_state_dict(saved["state"])
    return Reader(rounded(tables["table"]), rounded(tables["pairs"]), network, options)


def rounded(table):
    scale = numpy.maximum(numpy.abs(table).max(axis=1, keepdims=True, initial=0), 1e-12) / 127
    return (numpy.rint(table / scale) * scale).astype(numpy.float32)


def quick_figures(rows, calibrate):
    """A report after each epoch, with thresholds of the calibration part."""
    def report(reader, number):
        given, fitted = reader.read(rows.pieces), reader.read(calibrate.pieces)
        polarity = measuring.sentiment(rows, given["sentiment"])
        chosen = calibrate.having("emotion")
        limits = measuring.best_thresholds(calibrate.targets["emotion"][chosen], measuring.sigmoid(fitted["emotion"][chosen]))
        felt = measuring.sigmoid(given["emotion"])
        english, others = measuring.goemotions(rows, felt, limits), measuring.brighter(rows, felt, limits)
        print(f"  sentiment {numpy.mean(list(polarity.values())):.2f} " + " ".join(f"{k} {v:.0f}" for k, v in polarity.items()))
        print(f"  goemotions {numpy.mean(list(english.values())):.3f} brighter {numpy.mean(list(others.values())):.3f}"
              f" airline {measuring.area(rows, given['frustration'], 'airline_tweets'):.3f}", end="")
        for head in ("intent", "urgency"):
            chosen = rows.having(head)
            if len(chosen):
                wanted, said = rows.targets[head][chosen].argmax(1), given[head][chosen].argmax(1)
                print(f" {head} {numpy.mean(measuring.f1_scores(*(numpy.eye(len(training.HEADS[head]))[x] > 0 for x in (wanted, said)))):.3f}", end="")
        print(flush=True)
    return report


def main(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    pieces = vocabulary.processor(f"{options.encoder}/tokenizer.json")
    rows, calibrate, held_out = (training.Rows(options.rows, part, pieces) for part in ("train", "calibrate", "heldout"))
    heads = {head: len(labels) for head, labels in training.HEADS.items() if len(rows.having(head))}
    teacher = teachers.load(options.work, rows) if options.teacher else None
    network = trunk.Trunk(options.dimension, options.layers, options.queries, options.hidden, heads,
                          teacher.vectors.shape[1] if teacher else 0, options.dropout)
    random = numpy.random.default_rng(SEED)
    pairs = (random.standard_normal((options.pairs, options.dimension)) * 0.02).astype(numpy.float32)
    reader = Reader(vocabulary.first_vectors(options.encoder, options.dimension), pairs, network, options)
    learn(reader, rows, teacher, options, quick_figures(held_out, calibrate))
    numpy.savez(f"{options.work}/{options.out}.npz", table=reader.table.values.numpy(), pairs=pairs if not len(pairs) else reader.pairs.values.numpy())
    torch.save({"state": network.state_dict(), "options": vars(options), "heads": heads}, f"{options.work}/{options.out}.pt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("rows", "encoder", "work"):
        parser.add_argument(name)
    for name, value in {"epochs": 4, "dimension": 128, "layers": 2, "queries": 6, "hidden": 256, "pairs": 0, "batch": 128, "longest": 96,
                        "threads": 1, "rate": 1.5e-3, "table_rate": 1.5e-3, "decay": 0.0, "dropout": 0.3, "word_dropout": 0.1,
                        "smoothing": 0.05, "teacher": 0.0, "out": "reader"}.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    main(parser.parse_args())
