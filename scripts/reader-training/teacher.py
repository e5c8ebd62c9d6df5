"""Teachers: encoders that have read part of the training texts, and what they add to the labels.

A teacher's vector of a text, less the mean of the text's language, is a further task of the hidden layer; its head is thrown away.
The multilingual teacher also says how likely each sentiment is: by ridge regression on its vectors, each labelled text left out of its own
answer (leave-one-out residuals, Hastie, Tibshirani and Friedman 2009, equation 7.52).
"""
import json
import os

import numpy
import torch
from sklearn.linear_model import LogisticRegression

RIDGE = 3.0


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
        """Mixes the teacher's answers into the targets of `head`: `share` of them where people of `sources` labelled, all elsewhere."""
        read = numpy.flatnonzero(self.places.numpy() >= 0)
        inputs = self.vectors[self.places[read]].numpy()
        inputs = numpy.concatenate([inputs, numpy.ones((len(inputs), 1), numpy.float32)], axis=1).astype(numpy.float64)
        wanted = rows.targets[head][read]
        labelled = numpy.isin(rows.sources[read], list(sources)) & ~numpy.isnan(wanted[:, 0])
        own, answers = inputs[labelled], wanted[labelled].astype(numpy.float64)
        inverse = numpy.linalg.inv(own.T @ own + RIDGE * numpy.eye(own.shape[1]))
        scores = inputs @ (inverse @ own.T @ answers)
        leverage = numpy.einsum("ij,jk,ik->i", own, inverse, own)[:, None]
        scores[labelled] = answers - (answers - scores[labelled]) / (1 - leverage)
        soft = LogisticRegression(C=10).fit(scores[labelled], answers.argmax(1)).predict_proba(scores).astype(numpy.float32)
        rows.targets[head][read[~labelled]] = soft[~labelled]
        rows.targets[head][read[labelled]] = (1 - share) * wanted[labelled] + share * soft[labelled]
        right = (soft[labelled].argmax(1) == answers.argmax(1)).mean()
        print(f"{head}: {labelled.sum()} labels softened ({100 * right:.1f} % of the teacher's answers agree), {(~labelled).sum()} texts labelled by the teacher")


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
