"""Fits probabilities, thresholds and the confidence below which the model is unsure, on rows that trained nothing.

    calibrate.py ROWS ENCODER WORK/NAME      writes WORK/NAME.heads.json, the heads of the model's card

probability = activation(logit × scale + shift): Platt (1999) for a sigmoid, temperature (Guo et al. 2017) and a shift for a softmax.
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
GENERATED = "grammar"  # texts of our grammar are easier than any that people write
UNSURE = {"sentiment": 0.45, "intent": 0.35, "urgency": 0.45}


def platt(logits, wanted):
    fitted = LogisticRegression(C=1e4).fit(logits[:, None], wanted)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def temperature(logits, wanted):
    """One scale for all labels and a shift for each, by the likelihood of the rows."""
    logits, wanted = torch.from_numpy(logits), torch.from_numpy(wanted)
    scale, shift = torch.ones(1, requires_grad=True), torch.zeros(logits.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([scale, shift], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(logits * scale + shift, wanted) + 1e-3 * shift.square().sum()
        loss.backward()
        return loss
    optimiser.step(closure)
    return scale.item(), (shift - shift.mean()).tolist()


def many(head, logits, wanted):
    """A head that may give several labels: Platt for each."""
    fits = []
    for column in range(logits.shape[1]):
        known = ~numpy.isnan(wanted[:, column])
        fits.append(platt(logits[known, column], wanted[known, column] > 0.5))
    return {"name": head, "output": head, "labels": training.HEADS[head], "activation": "sigmoid",
            "scale": [round(a, 4) for a, _ in fits], "shift": [round(b, 4) for _, b in fits]}


def one(head, logits, wanted):
    scale, shift = temperature(logits, wanted.argmax(1))
    return {"name": head, "output": head, "labels": training.HEADS[head], "activation": "softmax",
            "scale": [round(scale, 4)] * len(shift), "shift": [round(s, 4) for s in shift], "unsureBelow": UNSURE[head]}


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
        chosen = chosen[rows.sources[chosen] != GENERATED]
        card = (many if head in training.MANY else one)(head, logits[head][chosen], rows.targets[head][chosen])
        if head == "emotion":
            card["thresholds"], card["unsureBelow"] = thresholds(rows, probabilities(card, logits[head])), 0.15
        cards.append(card)
    with open(f"{trained}.heads.json", "w") as file:
        json.dump(cards, file, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
