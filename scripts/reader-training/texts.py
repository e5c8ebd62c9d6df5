"""Training rows of all heads, merged by text: pieces in one array, and a target of each head where a text has one."""
import itertools
import json
import os

import numpy

import pieces as vocabulary
import rows
import runs
import sentences

HEADS = {
    "sentiment": ["negative", "neutral", "positive"],
    "emotion": ["anger", "annoyance", "disappointment", "confusion", "worry", "sadness", "joy", "gratitude", "admiration", "excitement",
                "surprise", "neutral"],
    "frustration": ["frustration"],
    "intent": ["ask-for-help", "report-problem", "request-feature", "complain", "praise", "consider-buying", "intend-to-leave",
               "help-another", "share", "discuss", "small-talk"],
    "urgency": ["calm", "normal", "urgent"],
}
MANY = {"emotion", "frustration"}  # heads that may give several labels, or none
LEFT_OUT = "left-out"  # source of a row that trains nothing
UNLABELLED = "unlabelled"  # source of a text that only the teachers speak of
LONGEST = 256  # pieces with start signs and what parts sentences
BLANK, PARTED = -1, 2  # where no piece is, and how many such places part sentences: the farthest that a layer of the network sees


def read(path):
    with open(path) as file:
        return [json.loads(line) for line in file]


def targets(head, row):
    """A number per label: the share of it ("shares" says it outright), and NaN where the set does not judge it."""
    labels = HEADS[head]
    if "shares" in row:
        return numpy.array([row["shares"][label] for label in labels], numpy.float32)
    values = numpy.array([label in row["labels"] for label in labels], numpy.float32)
    if "judged" in row:
        values[[label not in row["judged"] for label in labels]] = numpy.nan
    return values if head in MANY else values / max(values.sum(), 1)


class Texts:
    """Piece ids of many texts in one array. Each sentence begins with the start sign and is parted from the one before by BLANK, so that no layer
    sees over its bounds: so the program reads a post out of its sentences."""

    def __init__(self, texts, pieces, longest=LONGEST):
        self.runs, encoded = runs.Runs(pieces), []
        for first in range(0, len(texts), 50_000):
            parts = [sentences.split(text) for text in texts[first:first + 50_000]]
            ids = iter(pieces.encode([sentence for own in parts for sentence in own], num_threads=1))
            encoded += [one_stream(itertools.islice(ids, len(own))) for own in parts]
        self.lengths = numpy.array([min(len(ids), longest) for ids in encoded])
        self.starts = numpy.concatenate([[0], numpy.cumsum(self.lengths)])
        self.ids = numpy.empty(self.starts[-1], numpy.int32)
        for number, ids in enumerate(encoded):
            self.ids[self.starts[number]:self.starts[number + 1]] = ids if len(ids) <= longest else ids[:longest // 4] + ids[longest // 4 - longest:]

    def letters(self, rows):
        """texts × table of the runs of letters."""
        return self.runs.of(self.ids[self.starts[row]:self.starts[row] + self.lengths[row]] for row in rows)

    def batch(self, rows, longest=LONGEST):
        """ids and mask (which places hold a piece), texts × the longest of them."""
        lengths = numpy.minimum(self.lengths[rows], longest)
        width = lengths.max()
        places = numpy.minimum(self.starts[rows][:, None] + numpy.arange(width), len(self.ids) - 1)
        ids = self.ids[places]
        mask = (numpy.arange(width) < lengths[:, None]) & (ids != BLANK)
        return numpy.where(mask, ids, 0).astype(numpy.int64), mask


def one_stream(encoded):
    out = []
    for ids in encoded:
        out += [BLANK] * (PARTED if out else 0) + [vocabulary.START] + ids
    return out


class Rows:
    """All rows of one part: texts, their sources, and targets by head (NaN: not judged). `unlabelled`: further texts without targets."""

    def __init__(self, folder, part, pieces, heads=HEADS, longest=LONGEST, unlabelled=()):
        self.texts, self.sources, self.languages, places = [], [], [], {}
        found = {head: {} for head in heads}
        for head in heads:
            path = f"{folder}/{head}.{part}.jsonl"
            for row in read(path) if os.path.exists(path) else ():
                key = (row["text"], row["source"])
                if key not in places:
                    places[key] = len(self.texts)
                    self.texts.append(row["text"])
                    self.sources.append(row["source"])
                    self.languages.append(row["language"])
                found[head][places[key]] = targets(head, row)
        known = set(self.texts)
        for row in unlabelled:
            if row["text"] not in known:
                self.texts.append(row["text"])
                self.sources.append(UNLABELLED)
                self.languages.append(row["language"])
        self.sources, self.languages = numpy.array(self.sources), numpy.array(self.languages)
        self.targets = {}
        for head, own in found.items():
            self.targets[head] = numpy.full((len(self.texts), len(HEADS[head])), numpy.nan, numpy.float32)
            for place, values in own.items():
                self.targets[head][place] = values
        self.pieces = Texts(self.texts, pieces, longest)

    def leave_out(self, texts):
        """Takes the targets from every row whose text is one of these, whichever head it was held out for."""
        closed = {rows.key(text) for text in texts}
        for place in [place for place, text in enumerate(self.texts) if rows.key(text) in closed]:
            self.sources[place] = LEFT_OUT
            for values in self.targets.values():
                values[place] = numpy.nan

    def having(self, head):
        return numpy.flatnonzero(~numpy.isnan(self.targets[head]).all(axis=1))
