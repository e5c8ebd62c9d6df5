"""Texts that belong together, and the loss that brings them together (used by refine.py)."""
import collections

import numpy
import torch

import sources

SCALE = 20.0
NEAR_LINES, SAME_STORY, NEWS = 3, 14, 0.3  # in lines; share of batches that are news


class Pairs:
    """Translations, every language by the root of its size; and lines of news in two languages, at most three lines apart."""

    def __init__(self, data, texts, english, pairs, pieces, random):
        self.texts, self.english, self.random = texts, english, random
        self.source = numpy.array([pair[0] for pair in pairs])
        sizes = collections.Counter(language for _, language, _ in pairs)
        self.reach = numpy.cumsum([sizes[language] ** -0.5 for _, language, _ in pairs])
        self.reach /= self.reach[-1]
        news = sources.members(f"{data}/ntrex128/ntrex128.tar.gz", ".txt")
        lines = [file.read().split("\n")[:1997 - sources.NTREX_HELD_OUT] for _, file in news]
        self.news = [pieces.encode([line.strip() for line in own]) for own in lines]

    def batch(self, count):
        """Left bags, right bags, and the places of news lines or None."""
        return self.lines(count // 2) if self.random.random() < NEWS else self.translations(count)

    def lines(self, count):
        size = len(self.news[0])
        left = self.random.integers(size, size=count)
        steps = [s for s in range(-NEAR_LINES, NEAR_LINES + 1) if s]
        right = numpy.clip(left + self.random.choice(steps, count), 0, size - 1)
        languages = self.random.integers(len(self.news), size=(2, count))
        pick = lambda own, places: bags([self.news[l][p] for l, p in zip(own, places)])
        return pick(languages[0], left), pick(languages[1], right), left

    def translations(self, count):
        rows = numpy.unique(numpy.searchsorted(self.reach, self.random.random(count)))
        rows = rows[numpy.unique(self.source[rows], return_index=True)[1]]  # an English text once in a batch
        return self.texts.batch(self.source[rows], 0, None), self.texts.batch(self.english + rows, 0, None), None


def bags(texts):
    texts = [numpy.concatenate([[0], ids]) for ids in texts]
    offsets = numpy.cumsum([0] + [len(ids) for ids in texts[:-1]])
    return torch.from_numpy(numpy.concatenate(texts).astype(numpy.int64)), torch.from_numpy(offsets)


def match(left, right, places):
    """Each text finds its own among all of the batch (InfoNCE); lines of the same story do not count against it."""
    scores = SCALE * left @ right.T
    if places is not None:
        places = torch.from_numpy(places)
        story = (places[:, None] - places[None]).abs() < SAME_STORY
        scores = scores.masked_fill(story & ~torch.eye(len(places), dtype=torch.bool), -1e4)
    own = torch.arange(len(left))
    cross_entropy = torch.nn.functional.cross_entropy
    return (cross_entropy(scores, own) + cross_entropy(scores.T, own)) / 2
