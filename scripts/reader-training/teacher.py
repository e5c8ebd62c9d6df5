"""The multilingual teacher as a further task: its vector of a text, less the mean of the text's language, from the hidden layer."""
import json

import numpy
import torch


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

    def loss(self, network, hidden, chosen):
        places = self.places[chosen]
        has = places >= 0
        if not has.any():
            return hidden.sum() * 0
        given = torch.nn.functional.normalize(network.teacher(hidden[has]), dim=1)
        return 1 - (given * self.vectors[places[has]]).sum(dim=1).mean()


def load(work, rows):
    """The teacher of WORK/teacher.jsonl ({"language", "text"} a line) and WORK/teacher.npy."""
    with open(f"{work}/teacher.jsonl") as file:
        known = [json.loads(line) for line in file]
    return Teacher(rows, [row["text"] for row in known], numpy.load(f"{work}/teacher.npy"), numpy.array([row["language"] for row in known]))
