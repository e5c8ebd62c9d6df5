"""Fits probabilities, thresholds and the confidence below which the model is unsure, on rows that trained nothing.

    calibrate.py ROWS ENCODER WORK/NAME      writes WORK/NAME.heads.json, the heads of the model's card

probability = activation(logit × scale + shift): Platt (1999) for a sigmoid, temperature (Guo et al. 2017) for a softmax.
"""
import json
import sys

import numpy
import torch
from sklearn.linear_model import LogisticRegression

import measuring
import pieces as vocabulary
import reader
import texts as training

LABELLED = {"xlmt_sentiment", "multilingual_sentiment", "senti4sd_so", "womens_clothing"}  # sentiment labels that people gave
MIXED = {"intent", "urgency"}  # their sources differ more than their labels: each source weighs the same
# What a community writes comes from none of the sources that trained, and rows held out from those call for a surer model than any new source does:
# these heads are made no surer than they learned to be.
NO_SURER = {"intent"}
# Weight of a sign that the program counts in a text, beside the model's own log-odds: logistic regression on the calibration part, each source
# weighing the same. The other signs came out near zero or are too rare there to fit.
SIGNS = {"escalation": 0.7, "still": 0.2}
UNSURE = {"sentiment": 0.45, "intent": 0.35, "urgency": 0.45}


def platt(logits, wanted):
    fitted = LogisticRegression(C=1e4).fit(logits[:, None], wanted)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def temperature(logits, wanted, weights):
    """One scale for all labels, by the likelihood of the rows. No label is shifted: a shift learns how frequent labels are in our rows."""
    logits, wanted, weights = torch.from_numpy(logits), torch.from_numpy(wanted), torch.from_numpy(weights)
    scale = torch.ones(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([scale], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = (torch.nn.functional.cross_entropy(logits * scale, wanted, reduction="none") * weights).mean()
        loss.backward()
        return loss
    optimiser.step(closure)
    return scale.item()


def evenly(sources):
    """Weights with which each source weighs the same."""
    names, place, counts = numpy.unique(sources, return_inverse=True, return_counts=True)
    return (len(sources) / len(names) / counts[place]).astype(numpy.float32)


def many(head, logits, wanted):
    """A head that may give several labels: Platt for each."""
    fits = []
    for column in range(logits.shape[1]):
        known = ~numpy.isnan(wanted[:, column])
        fits.append(platt(logits[known, column], wanted[known, column] > 0.5))
    return {"name": head, "output": head, "labels": training.HEADS[head], "activation": "sigmoid",
            "scale": [round(a, 4) for a, _ in fits], "shift": [round(b, 4) for _, b in fits]}


def one(head, logits, wanted, sources):
    weights = evenly(sources) if head in MIXED else numpy.ones(len(sources), numpy.float32)
    scale, labels = temperature(logits, wanted.argmax(1), weights), training.HEADS[head]
    scale = min(scale, 1.0) if head in NO_SURER else scale
    return {"name": head, "output": head, "labels": labels, "activation": "softmax", "scale": [round(scale, 4)] * len(labels),
            "shift": [0.0] * len(labels), "unsureBelow": UNSURE[head]}


def probabilities(card, logits):
    moved = logits * numpy.array(card["scale"]) + numpy.array(card["shift"])
    return measuring.sigmoid(moved) if card["activation"] == "sigmoid" else measuring.softmax(moved)


def thresholds(rows, given, steps=numpy.arange(0.05, 0.7, 0.01)):
    """For each emotion the threshold with the best mean of the F1 on GoEmotions and the mean F1 over the languages of BRIGHTER."""
    wanted, best = rows.targets["emotion"], []
    groups = [rows.sources == "goemotions"]
    groups += [(rows.sources == "brighter_emotions") & (rows.languages == l) for l in sorted(set(rows.languages[rows.sources == "brighter_emotions"]))]
    for column in range(wanted.shape[1]):
        curves = []
        for group in groups:
            known = group & ~numpy.isnan(wanted[:, column])
            true = wanted[known, column] > 0.5
            if true.sum() >= 3:
                said = given[known, column][:, None] >= steps
                curves.append(2 * (said & true[:, None]).sum(0) / (said.sum(0) + true.sum()))
        curve = curves[0] + numpy.mean(curves[1:], axis=0) if len(curves) > 1 else curves[0]
        best.append(float(steps[numpy.convolve(numpy.pad(curve, 3, mode="edge"), numpy.ones(7) / 7, "valid").argmax()]))
    return [round(t, 3) for t in best]


def main(folder, encoder, trained):
    rows = training.Rows(folder, "calibrate", vocabulary.processor(f"{encoder}/tokenizer.json"))
    logits, cards = reader.load(trained).read(rows.pieces), []
    for head in logits:
        chosen = rows.having(head)
        if head == "sentiment":
            chosen = chosen[numpy.isin(rows.sources[chosen], list(LABELLED))]
        given, wanted = logits[head][chosen], rows.targets[head][chosen]
        card = many(head, given, wanted) if head in training.MANY else one(head, given, wanted, rows.sources[chosen])
        if head == "frustration":
            card["signs"] = SIGNS
        if head == "emotion":
            card["thresholds"], card["unsureBelow"] = thresholds(rows, probabilities(card, logits[head])), 0.15
        cards.append(card)
    with open(f"{trained}.heads.json", "w") as file:
        json.dump(cards, file, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
