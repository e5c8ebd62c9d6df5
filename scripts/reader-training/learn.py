"""Learns the reading model: all heads together, each text with the targets that it has.

    learn.py ROWS ENCODER WORK [--epochs N] [--rate R] ...

ROWS is the folder of scripts/reader-data, ENCODER that of the shipped encoder. WORK/teacher-NAME.jsonl and .npy (texts and vectors of
teachers) are further tasks, whose heads are thrown away. Writes WORK/reader.npz (table, pairs) and WORK/reader.pt. With --start NAME it goes
on from WORK/NAME, the rate rising anew (warm restart, Loshchilov and Hutter 2017).
"""
import argparse
import time

import numpy
import torch

import pieces as vocabulary
import progress
import reader
import teacher as teachers
import texts as training
import trunk
import upset

WARM_UP = 200
FIRST, SECOND = "goemotions", "brighter_emotions"  # sets of the two views of emotion
OWN = {"feelings", "hidden", "judgements", "posts", "templates", "translated"}  # phrases of ours teach both views, in turn by chance; the first is to speak of them
LOSS_WEIGHTS = {"sentiment": 1.0, "emotion": 1.0, "frustration": 0.5, "intent": 0.7, "urgency": 0.5, "set": 0.1}
# How often a row of a source is shown in an epoch: posts labelled by people more often than labels that were mapped.
REPEATS = {training.LEFT_OUT: 0.0, training.UNLABELLED: 0.3, "xlmt_sentiment": 3.0, "brighter_emotions": 1.4, "goemotions": 1.2, "senti4sd_so": 1.5,
           "churn_intent": 4.0, "clinc150": 0.6, "templates": 0.3, "grammar": 0.25, "judgements": 0.5, "feelings": 0.4, "translated": 0.4,
           "hidden": 0.5, "posts": 3.0}
TURNED = {"templates", "judgements"}  # negation, contrast, sarcasm, quotes
# Weight of a label in its head's loss; a label that was mapped weighs less than one that people gave.
WEIGHTS = {("sentiment", "brighter_emotions"): 0.3, ("sentiment", "goemotions"): 0.3, ("sentiment", training.UNLABELLED): 0.3,
           ("sentiment", "xlmt_sentiment"): 1.5, ("emotion", "goemotions"): 1.5,
           ("emotion", "translated"): 0.5, ("sentiment", "translated"): 0.3, ("frustration", "translated"): 0.3, ("sentiment", "hidden"): 0.15,
           ("sentiment", "feelings"): 0.2, ("sentiment", "posts"): 0.3, ("urgency", "posts"): 0.3}
JUDGED = {"xlmt_sentiment", "multilingual_sentiment", "senti4sd_so", "womens_clothing"}  # sentiment that people or stars gave


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


def losses_of(rows, chosen, outputs, weights, smoothing):
    """Loss of each head on a batch; emotions are asked of the view that belongs to the row's set, and the set itself too."""
    wanted = {head: torch.from_numpy(rows.targets[head][chosen]) for head in weights if head in outputs}
    foreign, own = torch.from_numpy(rows.sources[chosen] == SECOND), torch.from_numpy(numpy.isin(rows.sources[chosen], list(OWN)))
    second = foreign | own & (torch.rand(len(chosen)) < 0.5)
    given = {**outputs, "emotion": torch.where(second[:, None], outputs["second"], outputs["emotion"])}
    losses = {head: loss_of(head, given[head], wanted[head], torch.from_numpy(weights[head][chosen]), smoothing) for head in wanted}
    from_sets = foreign | own | torch.from_numpy(rows.sources[chosen] == FIRST)
    if from_sets.any():
        losses["set"] = torch.nn.functional.binary_cross_entropy_with_logits(outputs["set"][from_sets, 0], foreign[from_sets].float())
    return losses


def weights_of(rows):
    """rows × heads: weight of each row's label in a head's loss."""
    weights = {head: numpy.ones(len(rows.texts), numpy.float32) for head in training.HEADS}
    for (head, source), weight in WEIGHTS.items():
        weights[head][rows.sources == source] = weight
    return weights


def epoch_batches(rows, options, random):
    """Batches of about options.batch × 32 pieces, of texts alike in length; a source is repeated options.share times what REPEATS says, phrases
    of ours that turn a meaning round options.phrases times that."""
    size, times = options.batch, options.share * numpy.array([REPEATS.get(source, 1.0) for source in rows.sources])
    times[numpy.isin(rows.sources, list(TURNED))] *= options.phrases
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


def learn(model, rows, teaching, options, report):
    """All epochs; the rate rises for WARM_UP steps and then falls to a fiftieth in a straight line."""
    random = numpy.random.default_rng(options.seed + bool(options.start))
    optimiser = torch.optim.AdamW(model.network.parameters(), lr=options.rate, betas=reader.BETAS, weight_decay=0.01)
    weights, step, started = weights_of(rows), 0, time.time()
    epochs = [epoch_batches(rows, options, random) for _ in range(options.epochs)]
    steps = sum(len(batches) for batches in epochs)
    print(f"{len(rows.texts)} texts, {steps} steps", flush=True)
    for number, batches in enumerate(epochs):
        shown = {}
        for chosen in batches:
            rate = min((step + 1) / WARM_UP, max(0.02, 1 - step / steps))
            outputs = model(*rows.pieces.batch(chosen, options.longest), training=True)
            losses = losses_of(rows, chosen, outputs, weights, options.smoothing)
            losses.update({name: teacher.loss(model.network.teachers[name], outputs["taught"], chosen) for name, teacher in teaching.items()})
            optimiser.zero_grad()
            sum(LOSS_WEIGHTS.get(head, options.teacher) * loss for head, loss in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(model.network.parameters(), 5.0)
            for group in optimiser.param_groups:
                group["lr"] = rate * options.rate
            optimiser.step()
            model.step(rate * options.table_rate)
            step += 1
            for head, loss in losses.items():
                shown.setdefault(head, []).append(loss.item())
        means = " ".join(f"{head} {numpy.mean([v for v in values if v]):.3f}" for head, values in shown.items())
        print(f"epoch {number + 1} {time.time() - started:.0f} s: {means}", flush=True)
        if number == options.epochs - 1 or options.watch:
            report(model)


def main(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    pieces = vocabulary.processor(f"{options.encoder}/tokenizer.json")
    unlabelled = teachers.texts(options.work) if options.teacher else ()
    rows = training.Rows(options.rows, "train", pieces, unlabelled=unlabelled)
    calibrate, held_out = (training.Rows(options.rows, part, pieces) for part in ("calibrate", "heldout"))
    upset.derive(rows)
    rows.leave_out({*held_out.texts, *calibrate.texts})
    heads = {head: len(labels) for head, labels in training.HEADS.items() if len(rows.having(head))}
    teaching = teachers.load(options.work, rows) if options.teacher else {}
    if "multilingual" in teaching and options.soft:
        teaching["multilingual"].soften(rows, "sentiment", JUDGED, options.soft)
    network = trunk.Trunk(options.table, options.dimension, options.layers, options.queries, options.hidden, heads,
                          {name: teacher.vectors.shape[1] for name, teacher in teaching.items()}, options.dropout)
    random = numpy.random.default_rng(options.seed)
    pairs = (random.standard_normal((options.pairs, options.dimension)) * 0.02).astype(numpy.float32)
    model = reader.Reader(vocabulary.first_vectors(options.encoder, options.table), pairs, network, options)
    if options.start:
        model.resume(f"{options.work}/{options.start}")
    learn(model, rows, teaching, options, progress.quick_figures(held_out, calibrate))
    numpy.savez(f"{options.work}/{options.out}.npz", table=model.table.values.numpy(), pairs=model.pairs.values.numpy() if model.pairs else pairs)
    torch.save({"state": network.state_dict(), "options": vars(options), "heads": heads}, f"{options.work}/{options.out}.pt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("rows", "encoder", "work"):
        parser.add_argument(name)
    for name, value in {"epochs": 1, "table": 192, "dimension": 128, "layers": 2, "queries": 6, "hidden": 160, "pairs": 16_384,
                        "batch": 128, "longest": 160, "threads": 1, "rate": 2e-3, "table_rate": 2e-3, "decay": 0.0, "dropout": 0.35, "word_dropout": 0.12,
                        "smoothing": 0.05, "teacher": 1.0, "soft": 0.3, "watch": 0, "share": 1.0, "phrases": 1.0, "seed": 5, "start": "", "out": "reader"}.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    main(parser.parse_args())
