"""Rows of the reading model: cleaning, the split by a hash of the text, and writing them.

A row is {"text", "language", "labels", "source"} and, where a set speaks of some labels only, "judged": those that it speaks of.
"""
import collections
import csv
import hashlib
import html
import io
import json
import re
import sys
import tarfile

PARTS = ("train", "calibrate", "heldout")
LONGEST = 1_500  # characters of a text that are kept
csv.field_size_limit(sys.maxsize)


def clean(text):
    """One line without mark-up, links and handles, as posts reach the reading model."""
    text = html.unescape(re.sub(r"<[^>]{1,40}>", " ", html.unescape(text)))
    text = re.sub(r"(https?://\S+|www\.\S+|\bhttps?\b|(?<!\w)@\w+|\[(NAME|RELIGION)\])", " ", text)
    return re.sub(r"\s+", " ", text).strip()[:LONGEST]


def key(text):
    """What makes two texts the same: letters and digits in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def place(text, buckets=100):
    """A number below `buckets` that depends on the text alone, so that equal texts always fall into one part."""
    return int(hashlib.sha256(key(text).encode()).hexdigest(), 16) % buckets


def part_of(text, calibrate=8, heldout=0):
    """Which part a text belongs to: `heldout` and `calibrate` per cent, the rest trains."""
    number = place(text)
    return "heldout" if number < heldout else "calibrate" if number < heldout + calibrate else "train"


def row(text, language, labels, source, judged=None):
    out = {"text": clean(text), "language": language, "labels": sorted(labels), "source": source}
    return out if judged is None else {**out, "judged": sorted(judged)}


def members(path, ending):
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if member.name.endswith(ending):
                yield member.name, io.TextIOWrapper(archive.extractfile(member), encoding="utf-8", errors="replace")


def write(out, head, parted):
    """Writes OUT/HEAD.PART.jsonl. A text that is held out for any reason trains nothing; equal texts are kept once in a part.

    parted: (part, row) pairs. Rows are ordered by a hash of their text, so that a prefix is a fair sample.
    """
    by_part = {part: {} for part in PARTS}
    for part, one in parted:
        if key(one["text"]):
            by_part[part].setdefault((key(one["text"]), one["source"]), one)
    closed = set()
    for part in reversed(PARTS):
        kept = {k: one for k, one in by_part[part].items() if k[0] not in closed}
        closed.update(k[0] for k in kept)
        with open(f"{out}/{head}.{part}.jsonl", "w") as file:
            for k in sorted(kept, key=lambda k: (hashlib.sha256(k[0].encode()).hexdigest(), k[1])):
                file.write(json.dumps(kept[k], ensure_ascii=False) + "\n")
        counts = collections.Counter(one["source"] for one in kept.values())
        print(head, part, len(kept), dict(counts.most_common()))
