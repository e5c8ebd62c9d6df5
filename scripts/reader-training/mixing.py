"""Frustration from all heads together: a logistic regression on their logits, on rows that trained nothing.

    mixing.py ROWS ENCODER WORK/NAME       writes the weights into WORK/NAME.pt

Every source weighs the same, so that comments on a forum do not decide alone what a frustrated customer sounds like (upset.py says
who is frustrated).
"""
import sys

import numpy
import torch
from sklearn.linear_model import LogisticRegression

import pieces as vocabulary
import reader
import texts as training
import upset


def main(folder, encoder, trained):
    rows = training.Rows(folder, "calibrate", vocabulary.processor(f"{encoder}/tokenizer.json"))
    saved = torch.load(f"{trained}.pt")
    saved["state"].pop("mix", None)
    torch.save(saved, f"{trained}.pt")
    logits = reader.load(trained).read(rows.pieces)
    wanted = upset.wanted_of(rows)
    chosen = numpy.flatnonzero(~numpy.isnan(wanted))
    inputs = numpy.concatenate([logits[head] for head in saved["heads"]], axis=1)[chosen]
    names, place, counts = numpy.unique(rows.sources[chosen], return_inverse=True, return_counts=True)
    weights = (1 / counts[place]) * len(chosen) / len(names)
    fitted = LogisticRegression(C=0.02, max_iter=500).fit(inputs, wanted[chosen], sample_weight=weights)
    saved["state"]["mix"] = torch.from_numpy(fitted.coef_.T.astype(numpy.float32))
    torch.save(saved, f"{trained}.pt")
    labels = [f"{head} {label}" for head in saved["heads"] for label in training.HEADS[head]]
    for place in numpy.argsort(-numpy.abs(fitted.coef_[0]))[:10]:
        print(f"  {labels[place]} {fitted.coef_[0, place]:.2f}")


main(*sys.argv[1:])
