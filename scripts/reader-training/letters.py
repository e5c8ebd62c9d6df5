"""The wide part of the sentiment: a weight for each run of one to five letters of a word, straight to the labels.

    letters.py ROWS ENCODER WORK/NAME       adds "letters" to WORK/NAME.npz

Endings, spellings and emoji tell moods that pieces cut up; what the network knows of pieces and what letters tell go wrong in different texts ("wide and
deep", Cheng et al. 2016; here fitted apart from the network, whose own regularisation does not suit it). A word is what its pieces say, with a mark before and
behind; its runs of letters go by a hash into one table (Weinberger et al. 2009). Weights are logistic regressions of each label against the others on TF-IDF
scaled by how much likelier a run is in texts of the label (NBSVM; Wang and Manning 2012, section 2.3). A text's answer is the sum of its runs' weights over the
length of its TF-IDF: sums of texts one after the other add. How much it counts beside the network is fitted on the calibration part.
"""
import os
import sys

import numpy
import torch
from scipy import sparse
from sklearn.linear_model import LogisticRegression

import learn
import pieces as vocabulary
import reader
import runs
import teacher as teachers
import texts as training

SOURCES = {"xlmt_sentiment": 1.0, "multilingual_sentiment": 0.3, "senti4sd_so": 0.3, "womens_clothing": 0.3, "templates": 0.2, "brighter_emotions": 0.1,
           training.UNLABELLED: 0.1}  # and the weight of a row; of the last what the teachers say
SURE = 0.6  # share of a label from which a row counts as labelled
MEASURE = "xlmt_sentiment"  # on whose rows the letters' share is fitted: reviews are longer than what a community writes
FEWEST = 3  # texts in which a run must stand
SMOOTHING = 0.1  # added to how often a run is in texts of a label
STRENGTH = 4.0  # inverse of the ridge penalty


def rarity(found):
    """Inverse document frequency of each run; nothing for what too few texts have."""
    counts = numpy.bincount(found.indices, minlength=found.shape[1])
    return numpy.where(counts >= FEWEST, numpy.log((1 + found.shape[0]) / (1 + counts)) + 1, 0)


def scaled(found, rare):
    """TF-IDF of texts × runs, each text of length 1; a run that comes twice counts as two runs."""
    lengths = numpy.sqrt(numpy.maximum(found @ rare ** 2, 1e-6))
    return sparse.diags(1 / lengths) @ found @ sparse.diags(rare)


def likelier(given, own, weights):
    """Log of how much likelier each run is in the texts of a label than in the others."""
    inside, outside = (SMOOTHING + given.T @ (weights * chosen) for chosen in (own, ~own))
    return numpy.log((inside / inside.sum()) / (outside / outside.sum()))


def table(found, wanted, weights, labels=3):
    """runs × (labels + 1): the weights of a text's sum, with the rarity folded in, and the square of the rarity. wanted: label of each text."""
    rare = rarity(found)
    used = numpy.flatnonzero(rare)
    given, out = scaled(found, rare).tocsc()[:, used].tocsr(), numpy.zeros((found.shape[1], labels + 1), numpy.float32)
    for label in range(labels):
        ratio = likelier(given, wanted == label, weights)
        fitted = LogisticRegression(C=STRENGTH, max_iter=60).fit(given @ sparse.diags(ratio), wanted == label, sample_weight=weights)
        out[used, label] = fitted.coef_[0] * ratio * rare[used]
    out[:, labels] = rare ** 2
    return out


def training_rows(folder, work, pieces):
    """Rows of the head sentiment, and texts without a label with the shares that the teachers give."""
    rows = training.Rows(folder, "train", pieces, heads=("sentiment",), unlabelled=teachers.texts(work))
    rows.leave_out({row["text"] for head in training.HEADS for part in ("calibrate", "heldout") for row in training.read(f"{folder}/{head}.{part}.jsonl")})
    teachers.load(work, rows)["multilingual"].soften(rows, "sentiment", learn.JUDGED, 0.0)
    return rows


def weights_of(rows):
    """Weight of each row; 0 where it teaches nothing."""
    sure = numpy.nan_to_num(rows.targets["sentiment"]).max(axis=1) > SURE
    return numpy.array([SOURCES.get(source, 0) for source in rows.sources]) * sure


def share(deep, wide, wanted):
    """How much the wide logits count beside the network's: both scaled for the best likelihood."""
    deep, wide, wanted = (torch.from_numpy(x) for x in (deep, wide, wanted))
    scales = torch.ones(2, requires_grad=True)
    optimiser = torch.optim.LBFGS([scales], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(deep * scales[0] + wide * scales[1], wanted)
        loss.backward()
        return loss
    optimiser.step(closure)
    return (scales[1] / scales[0]).item()


def main(folder, encoder, trained):
    pieces = vocabulary.processor(f"{encoder}/tokenizer.json")
    rows = training_rows(folder, os.path.dirname(trained), pieces)
    weights = weights_of(rows)
    own = numpy.flatnonzero(weights)
    cells = table(rows.pieces.letters(own), rows.targets["sentiment"][own].argmax(1), weights[own])
    tables = {name: values for name, values in numpy.load(f"{trained}.npz").items() if name != "letters"}
    numpy.savez(f"{trained}.npz", **tables)
    rows = training.Rows(folder, "calibrate", pieces, heads=("sentiment",))
    chosen = numpy.flatnonzero(rows.sources == MEASURE)
    deep, wide = reader.load(trained).read(rows.pieces)["sentiment"][chosen], runs.answers(rows.pieces.letters(chosen), cells)
    counts = share(deep, wide, rows.targets["sentiment"][chosen].argmax(1))
    cells[:, :-1] *= counts
    print(f"letters of the sentiment: {counts:.2f} of their own logits, {(cells[:, -1] > 0).sum()} runs from {len(own)} texts")
    numpy.savez(f"{trained}.npz", **tables, letters=cells)


main(*sys.argv[1:])
