"""Teachers: encoders that have read part of the training texts, and what they add to the labels.

A teacher's vector of a text, less the mean of the text's language, is a further task of the hidden layer; its head is thrown away.
The multilingual teacher also says how likely each sentiment is, together with letters and words (lettered.py): stacking (Wolpert 1992) of a
ridge regression on its vectors and of theirs. What both say of a labelled text comes from fits without it.
"""
import json
import os

import numpy
import torch
from sklearn.linear_model import LogisticRegression

import lettered

RIDGE = 3.0
SPREAD = 4.0  # of the ridge's scores beside log-probabilities


class Teacher:
    """Vectors by row of the training rows; a row without one gives no loss."""

    def __init__(self, rows, texts, vectors, languages):
        vectors = numpy.array(vectors, numpy.float32)
        for language in set(languages):
            own = languages == language
            vectors[own] -= vectors[own].mean(axis=0)
        self.vectors = torch.from_numpy(vectors / (numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9))
        known = {text: i for i, text in enumerate(texts)}
        self.places = torch.tensor([known.get(text, -1) for text in rows.texts])

    def loss(self, head, hidden, chosen):
        places = self.places[chosen]
        has = places >= 0
        if not has.any():
            return hidden.sum() * 0
        given = torch.nn.functional.normalize(head(hidden[has]), dim=1)
        return 1 - (given * self.vectors[places[has]]).sum(dim=1).mean()

    def soften(self, rows, head, sources, share):
        """Mixes the teachers' answers into the targets of `head`: `share` of them where people of `sources` labelled, all elsewhere.

        The answer is a logistic regression on the scores of this teacher's vectors and on the opinion of letters and words (lettered.py);
        neither has seen the label of the text it speaks of.
        """
        read = numpy.flatnonzero(self.places.numpy() >= 0)
        wanted = rows.targets[head][read]
        labelled = numpy.isin(rows.sources[read], list(sources)) & ~numpy.isnan(wanted[:, 0])
        scores = self.scores(rows, read, labelled, wanted.astype(numpy.float64))
        classes = numpy.where(labelled, numpy.nan_to_num(wanted).argmax(1), -1)
        second = lettered.opinions([rows.texts[i] for i in read], rows.languages[read], classes)
        soft = numpy.zeros(scores.shape, numpy.float32)
        heard = second[:, 0] != 0  # texts in languages with too few labels have no second opinion
        for own, given in ((~heard, scores * SPREAD), (heard, numpy.concatenate([scores * SPREAD, second], axis=1))):
            known = labelled & heard if given.shape[1] > 3 else labelled
            fitted = LogisticRegression(C=10, max_iter=300).fit(given[known], classes[known])
            soft[own] = fitted.predict_proba(given[own]) if own.any() else 0
        rows.targets[head][read[~labelled]] = soft[~labelled]
        rows.targets[head][read[labelled]] = (1 - share) * wanted[labelled] + share * soft[labelled]
        right = (soft[labelled].argmax(1) == classes[labelled]).mean()
        print(f"{head}: {labelled.sum()} labels softened ({100 * right:.1f} % of the teachers' answers agree), {(~labelled).sum()} texts labelled by the teachers")

    def scores(self, rows, read, labelled, answers):
        """Ridge regression on the vectors of the rows `read`; a labelled text's score comes from the four fifths without it."""
        inputs = self.vectors[self.places[read]].numpy()
        inputs = numpy.concatenate([inputs, numpy.ones((len(inputs), 1), numpy.float32)], axis=1).astype(numpy.float64)
        groups = numpy.where(labelled, lettered.folds([rows.texts[i] for i in read]), -1)
        out = numpy.zeros((len(read), answers.shape[1]))
        for fold in (-1, *range(lettered.FOLDS)):
            own = labelled & (groups != fold)
            products = inputs[own].T @ inputs[own] + RIDGE * numpy.eye(inputs.shape[1])
            out[groups == fold] = inputs[groups == fold] @ numpy.linalg.solve(products, inputs[own].T @ answers[own])
        return out


def texts(work):
    """What the multilingual teacher has read, as rows of text and language."""
    with open(f"{work}/teacher-multilingual.jsonl") as file:
        return [json.loads(line) for line in file]


def load(work, rows):
    """The teachers of WORK by name: teacher-NAME.jsonl ({"language", "text"} a line) with teacher-NAME.npy."""
    out = {}
    for name in ("multilingual", "english"):
        if os.path.exists(f"{work}/teacher-{name}.npy"):
            with open(f"{work}/teacher-{name}.jsonl") as file:
                known = [json.loads(line) for line in file]
            languages = numpy.array([row["language"] for row in known])
            out[name] = Teacher(rows, [row["text"] for row in known], numpy.load(f"{work}/teacher-{name}.npy"), languages)
    return out
