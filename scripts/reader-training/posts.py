"""Invented posts with labels (posts/LANGUAGE-*.txt, written by a large language model from posts/README.md): rows of every head.

    posts.py OUT        adds rows of source "posts" to OUT/HEAD.{train,calibrate}.jsonl

A line is sentiment|emotion|intent|urgency|text. One emotion is named, the strongest; what may be felt beside it is not judged. Only what asks for something
can be in a hurry, and "calm" was written of whatever can wait: the grammar alone teaches it.
"""
import collections
import pathlib
import sys

import rows
from feelings import NEAR, UPSET
from grammar_rows import ASKING
from mood_grammar import add

FOLDER = pathlib.Path(__file__).parent / "posts"
SOURCE = "posts"
POLARITY = {"neg": "negative", "neu": "neutral", "pos": "positive"}
UPSETTING = {"complain", "intend-to-leave", "report-problem"}
CALIBRATED = 8  # of a hundred


def read():
    """(language, fields) of every line."""
    for file in sorted(FOLDER.glob("*-*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield file.stem.split("-")[0], line.split("|")


def of(language, sentiment, emotion, intent, urgency, text):
    """(head, row) of one post; a bad mood that is neither anger nor complaint may be frustrated or not."""
    def own(labels, judged=None):
        return rows.row(text, language, labels, SOURCE, judged)

    yield "sentiment", own([POLARITY[sentiment]])
    yield "emotion", own([emotion], {*NEAR} - NEAR[emotion] if emotion != "neutral" else None)
    if emotion in UPSET or intent in UPSETTING:
        yield "frustration", own(["frustration"] if sentiment == "neg" else [])
    elif sentiment != "neg":
        yield "frustration", own([])
    if intent != "-":
        yield "intent", own([intent])
    if urgency == "urgent" or urgency == "normal" and intent in ASKING:
        yield "urgency", own([urgency])


def main(out):
    found = collections.defaultdict(list)
    for language, fields in read():
        part = rows.part_of(fields[-1], CALIBRATED)
        for head, row in of(language, *fields):
            found[head, part].append(row)
    for (head, part), own in sorted(found.items()):
        add(f"{out}/{head}.{part}.jsonl", own, SOURCE)
        print(head, part, SOURCE, len(own), dict(collections.Counter(row["language"] for row in own)))


if __name__ == "__main__":
    main(*sys.argv[1:])
