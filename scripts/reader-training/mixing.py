"""Frustration from several heads: half by weights fitted to rows that trained nothing, half by equal weights of what frustration is made of.

    mixing.py ROWS ENCODER WORK/NAME       writes the weights into WORK/NAME.pt

Fitted weights are a logistic regression on the logits of sentiment and frustration, each source weighing the same, so that comments on a forum do not decide alone
what a frustrated customer sounds like (upset.py says who is frustrated); which heads, and how strong the penalty, was chosen on sources left out
of the fit. But no set that may train speaks of customers, and for what is unlike the fitted rows equal weights of standardised parts are often the better guess (Dawes 1979,
"The Robust Beauty of Improper Linear Models in Decision Making"). Each half alone is worse somewhere: models/README.md has the figures.
"""
import sys

import numpy
import torch
from sklearn.linear_model import LogisticRegression

import pieces as vocabulary
import reader
import texts as training
import upset

HEADS = ("sentiment", "frustration")
STRENGTH = 0.002  # inverse of the ridge penalty
PARTS = (
    {("sentiment", "negative"): 1, ("sentiment", "positive"): -1},
    {("emotion", "annoyance"): 1},
    {("emotion", "disappointment"): 1},
    {("frustration", "frustration"): 1},
    {("urgency", "urgent"): 1, ("urgency", "normal"): -0.5, ("urgency", "calm"): -0.5},
)


def fitted(rows, inputs, labels):
    """Weights of the labels' logits, for the heads that are used."""
    wanted = upset.wanted_of(rows)
    chosen = numpy.flatnonzero(~numpy.isnan(wanted))
    used = numpy.array([head in HEADS for head, _ in labels])
    names, place, counts = numpy.unique(rows.sources[chosen], return_inverse=True, return_counts=True)
    weights = (1 / counts[place]) * len(chosen) / len(names)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(inputs[chosen][:, used], wanted[chosen], sample_weight=weights)
    out = numpy.zeros(len(labels))
    out[used] = model.coef_[0]
    return out


def equal(inputs, labels):
    parts = [numpy.array([part.get(label, 0) for label in labels]) for part in PARTS]
    return sum(part / (inputs @ part).std() for part in parts)


def main(folder, encoder, trained):
    rows = training.Rows(folder, "calibrate", vocabulary.processor(f"{encoder}/tokenizer.json"))
    saved = torch.load(f"{trained}.pt")
    saved["state"].pop("mix", None)
    torch.save(saved, f"{trained}.pt")
    logits = reader.load(trained).read(rows.pieces)
    inputs = numpy.concatenate([logits[head] for head in saved["heads"]], axis=1)
    labels = [(head, label) for head in saved["heads"] for label in training.HEADS[head]]
    halves = [fitted(rows, inputs, labels), equal(inputs, labels)]
    mix = sum(half / (inputs @ half).std() for half in halves).astype(numpy.float32)
    saved["state"]["mix"] = torch.from_numpy(mix[:, None])
    torch.save(saved, f"{trained}.pt")
    for place in numpy.flatnonzero(mix):
        print(f"  {' '.join(labels[place])} {mix[place]:.3f}")


main(*sys.argv[1:])
