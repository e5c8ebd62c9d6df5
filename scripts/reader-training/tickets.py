"""Tickets of endava_tickets, divided so that no two parts hold the same or nearly the same text."""
import collections
import csv
import dataclasses
import gzip
import hashlib
import re

import rows

HELD_OUT = 20  # per cent
# What a mail program wrote before a forwarded fault ("sent monday october ...") would give its type away, so it is taken off.
HEADER = re.compile(r"\b(sent|importance high|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|"
                    r"september|october|november|december|pm|am|en|ext|fwd)\b")


@dataclasses.dataclass(frozen=True)
class Ticket:
    text: str
    is_fault: bool
    urgency: int  # 0 is the highest
    impact: int  # 0 is the widest


def read(data):
    with gzip.open(f"{data}/endava_tickets/all_tickets.csv.gz", "rt") as file:
        for line in csv.DictReader(file):
            text = re.sub(r"\s+", " ", HEADER.sub(" ", line["body"])).strip()
            if len(text.split()) >= 3:
                yield Ticket(text, line["ticket_type"] == "0", int(line["urgency"]), int(line["impact"]))


def signature(text, bands=24, width=2):
    """Bands of a MinHash over the text's word pairs (Broder 1997): texts that share a band are near."""
    words = text.split()
    pairs = {f"{a} {b}" for a, b in zip(words, words[1:])} or {text}
    hashes = [int.from_bytes(hashlib.blake2b(p.encode(), digest_size=8).digest(), "big") for p in pairs]
    least = [min(h * (2 * i + 1) * 0x9E3779B97F4A7C15 % (1 << 61) for h in hashes) for i in range(bands * width)]
    return [(b, *least[b * width:(b + 1) * width]) for b in range(bands)]


def groups(texts):
    """Number of the group of near texts for each text: connected by pairs of words with a Jaccard index of 0.5 or more."""
    words = [frozenset(zip(t.split(), t.split()[1:])) for t in texts]
    root = list(range(len(texts)))

    def find(i):
        while root[i] != i:
            root[i] = i = root[root[i]]
        return i

    seen = collections.defaultdict(list)
    for i, text in enumerate(texts):
        for band in signature(text):
            for j in seen[band][:20]:
                if find(i) != find(j) and 3 * len(words[i] & words[j]) >= len(words[i]) + len(words[j]):
                    root[find(i)] = find(j)
            seen[band].append(i)
    return [find(i) for i in range(len(texts))]


def parted(data):
    """(part, ticket): a fifth is held out, group by group."""
    every = list(read(data))
    for ticket, group in zip(every, groups([t.text for t in every])):
        yield rows.part_of(every[group].text, heldout=HELD_OUT), ticket
