"""The trained identifier: int8 weights, file format, probabilities. Read by src/TextSeg.Nlp/Languages/LanguageWeights.cs."""
import struct

import numpy as np

import features
import learning

MAGIC = b"TSLI"
VERSION = 1


class Identifier:
    def __init__(self, labels, vocabulary, weights, bias):
        self.labels, self.vocabulary = labels, vocabulary
        self.bias = bias.astype(np.float32)
        self.scales = (np.abs(weights).max(axis=0) / 127).astype(np.float32)
        self.weights = np.rint(weights / self.scales).astype(np.int8)
        self.short_threshold = self.long_threshold = 0.0

    def probabilities(self, texts):
        """(label probabilities, number of features) of each text."""
        rows, offsets, counts = learning.bags([features.words(t) for t in texts], self.vocabulary)
        sums = np.zeros((len(texts), len(self.labels)))
        owner = np.searchsorted(offsets, np.arange(len(rows)), side="right") - 1
        for label in range(len(self.labels)):
            sums[:, label] = np.bincount(owner, self.weights[rows, label].astype(float), minlength=len(texts))
        logits = self.bias + self.scales * sums / np.sqrt(np.maximum(counts, 1))[:, None]
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        return exponents / exponents.sum(axis=1, keepdims=True), counts

    def thresholds(self, counts):
        """The least probability that is believed, by the number of features: two levels, a straight line between."""
        return np.interp(counts, [SHORT, LONG], [self.short_threshold, self.long_threshold])

    def guesses(self, texts):
        probabilities, counts = self.probabilities(texts)
        best = probabilities.argmax(axis=1)
        sure = (probabilities.max(axis=1) >= self.thresholds(counts)) & (counts > 0)
        return [self.labels[b] if s else "unknown" for b, s in zip(best, sure)]

    def write(self, path):
        with open(path, "wb") as file:
            file.write(MAGIC + struct.pack("<IIIff", VERSION, len(self.vocabulary), len(self.labels),
                                           self.short_threshold, self.long_threshold))
            for label in self.labels:
                file.write(label.encode().ljust(8, b"\0"))
            file.write(self.bias.astype("<f4").tobytes() + self.scales.astype("<f4").tobytes())
            file.write(self.vocabulary.astype("<u4").tobytes() + self.weights.tobytes())


SHORT, LONG = 100, 300
