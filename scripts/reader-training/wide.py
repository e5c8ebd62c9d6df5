"""The wide part of the sentiment: a weight for each piece and each pair of neighbouring pieces, straight to the labels.

    wide.py ROWS ENCODER WORK/NAME       adds "wide" (pieces) and "wide_pairs" to WORK/NAME.npz

Logistic regression on which pieces and hashed pairs a text has, each weighted by how rare it is, over the root of their number ("wide and
deep", Cheng et al. 2016; here fitted apart from the network, whose own regularisation does not suit it). It learns from labels and, with less
weight, from what the teachers say of texts without one. How much it counts beside the network is fitted on the calibration part.
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
import teacher as teachers
import texts as training
import trunk

PAIRS = 1 << 17
SOURCES = {"xlmt_sentiment": 2.0, "multilingual_sentiment": 1.0, "senti4sd_so": 0.5, "womens_clothing": 0.5, "templates": 0.3, "judgements": 0.08,
           "feelings": 0.1, "posts": 0.1}  # and the weight of a row
TAUGHT = 0.6  # weight of a text whose sentiment the teachers alone tell
STRENGTH = 1.0  # inverse of the ridge penalty


def present(texts, size):
    """texts × (pieces + pairs): 1 over the root of the pieces' number where a text has the piece or pair."""
    columns, firsts = [], [0]
    for first, length in zip(texts.starts, texts.lengths):
        ids = torch.from_numpy(numpy.maximum(texts.ids[first:first + length], 0).astype(numpy.int64))[None]  # a blank is the start sign's number
        counted = (ids[0] != vocabulary.START).numpy()
        counted[0] = True
        pairs = trunk.pair_ids(ids, PAIRS)[0].numpy() + size
        columns.append(numpy.concatenate([ids[0].numpy()[counted], pairs[counted]]))
        firsts.append(firsts[-1] + len(columns[-1]))
    values = numpy.repeat(1 / numpy.sqrt(numpy.diff(firsts) / 2), numpy.diff(firsts)).astype(numpy.float32)
    found = sparse.csr_matrix((values, numpy.concatenate(columns), firsts), shape=(len(columns), size + PAIRS))
    found.sum_duplicates()
    return found


def rarity(found):
    """Inverse document frequency of each column; nothing for what one text alone has."""
    counts = numpy.bincount(found.indices, minlength=found.shape[1])
    return numpy.where(counts >= 2, (numpy.log((1 + found.shape[0]) / (1 + counts)) + 1) / 6, 0)


def labelled(rows):
    """Which rows people or stars labelled."""
    return numpy.array([i for i in rows.having("sentiment") if rows.sources[i] in SOURCES])


def training_rows(folder, work, pieces):
    """Rows of the head sentiment, and texts without a label with the shares that the teachers give."""
    rows = training.Rows(folder, "train", pieces, heads=("sentiment",), unlabelled=teachers.texts(work))
    closed = (training.Rows(folder, part, pieces, heads=("sentiment",)).texts for part in ("calibrate", "heldout"))
    rows.leave_out({text for texts in closed for text in texts})
    teachers.load(work, rows)["multilingual"].soften(rows, "sentiment", learn.JUDGED, 0.0)
    return rows


def table(found, wanted, weights):
    """columns × labels of the regression, with the rarity folded in. wanted: shares of the labels; a row stands once for each label with a share."""
    rare = rarity(found)
    rows, labels = numpy.nonzero(wanted > 0)
    shares = wanted[rows, labels] * weights[rows]
    fitted = LogisticRegression(C=STRENGTH, max_iter=60).fit(found.multiply(rare[None]).tocsr()[rows], labels, sample_weight=shares)
    return (fitted.coef_ * rare).T.astype(numpy.float32)


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
    size, rows = pieces.get_piece_size(), training_rows(folder, os.path.dirname(trained), pieces)
    own, taught = labelled(rows), numpy.array([i for i in rows.having("sentiment") if rows.sources[i] == training.UNLABELLED])
    wanted = numpy.concatenate([numpy.eye(3)[rows.targets["sentiment"][own].argmax(1)], rows.targets["sentiment"][taught]])
    weights = numpy.concatenate([[SOURCES[rows.sources[i]] for i in own], numpy.full(len(taught), TAUGHT)])
    cells = table(present(rows.pieces, size)[numpy.concatenate([own, taught])], wanted, weights)
    tables = {name: values for name, values in numpy.load(f"{trained}.npz").items() if not name.startswith("wide")}
    numpy.savez(f"{trained}.npz", **tables)
    rows = training.Rows(folder, "calibrate", pieces, heads=("sentiment",))
    chosen = labelled(rows)
    deep = reader.load(trained).read(rows.pieces)["sentiment"][chosen]
    counts = share(deep, (present(rows.pieces, size)[chosen] @ cells).astype(numpy.float32), rows.targets["sentiment"][chosen].argmax(1))
    print(f"wide part of the sentiment: {counts:.2f} of its own logits, from {len(own)} labelled texts and {len(taught)} that the teachers read")
    numpy.savez(f"{trained}.npz", **tables, wide=cells[:size] * counts, wide_pairs=cells[size:] * counts)


main(*sys.argv[1:])
