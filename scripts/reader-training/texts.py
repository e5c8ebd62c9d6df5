"""Training rows of all heads, merged by text: pieces in one array, and a target of each head where a text has one."""
import json
import os

import numpy

import pieces as vocabulary
import rows

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
LONGEST = 256  # pieces with the first


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
    """Piece ids of many texts in one array."""

    def __init__(self, texts, pieces, longest=LONGEST):
        encoded = []
        for first in range(0, len(texts), 50_000):
            encoded += pieces.encode(texts[first:first + 50_000], num_threads=1)
        self.lengths = numpy.array([min(len(ids) + 1, longest) for ids in encoded])
        self.starts = numpy.concatenate([[0], numpy.cumsum(self.lengths)])
        self.ids = numpy.full(self.starts[-1], vocabulary.START, numpy.int32)
        for number, ids in enumerate(encoded):
            self.ids[self.starts[number] + 1:self.starts[number + 1]] = ids if len(ids) < longest else ids[:longest // 4 - 1] + ids[longest // 4 - longest:]

    def batch(self, rows, longest=LONGEST):
        """ids and mask, texts × the longest of them."""
        lengths = numpy.minimum(self.lengths[rows], longest)
        width = lengths.max()
        places = numpy.minimum(self.starts[rows][:, None] + numpy.arange(width), len(self.ids) - 1)
        mask = numpy.arange(width) < lengths[:, None]
        return numpy.where(mask, self.ids[places], 0).astype(numpy.int64), mask


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
