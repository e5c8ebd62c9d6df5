"""Frustration from the logits of sentiment and frustration: a logistic regression on rows that trained nothing.

    mixing.py ROWS ENCODER WORK/NAME       writes the weights into WORK/NAME.pt

Every source weighs the same, so that comments on a forum do not decide alone what a frustrated customer sounds like (upset.py says
who is frustrated). Which heads, and how strong the penalty, was chosen on sources left out of the fit: the other heads tell the sources apart,
and that helps on no new one (area under the curve of left-out sources 0.844, with all heads 0.830).
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


def main(folder, encoder, trained):
    rows = training.Rows(folder, "calibrate", vocabulary.processor(f"{encoder}/tokenizer.json"))
    saved = torch.load(f"{trained}.pt")
    saved["state"].pop("mix", None)
    torch.save(saved, f"{trained}.pt")
    logits = reader.load(trained).read(rows.pieces)
    wanted = upset.wanted_of(rows)
    chosen = numpy.flatnonzero(~numpy.isnan(wanted))
    used = numpy.concatenate([numpy.full(size, head in HEADS) for head, size in saved["heads"].items()])
    inputs = numpy.concatenate([logits[head] for head in saved["heads"]], axis=1)[chosen]
    names, place, counts = numpy.unique(rows.sources[chosen], return_inverse=True, return_counts=True)
    weights = (1 / counts[place]) * len(chosen) / len(names)
    fitted = LogisticRegression(C=STRENGTH, max_iter=500).fit(inputs[:, used], wanted[chosen], sample_weight=weights)
    mix = numpy.zeros(len(used), numpy.float32)
    mix[used] = fitted.coef_[0]
    saved["state"]["mix"] = torch.from_numpy(mix[:, None])
    torch.save(saved, f"{trained}.pt")
    labels = [f"{head} {label}" for head in saved["heads"] for label in training.HEADS[head]]
    for place in numpy.flatnonzero(used):
        print(f"  {labels[place]} {mix[place]:.2f}")


main(*sys.argv[1:])
