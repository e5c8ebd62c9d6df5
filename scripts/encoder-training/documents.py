"""Step 2: long texts for the English teacher, since posts of a forum are longer than most of the other training text.

    documents.py DATA DEBIAN_LISTS OUT

OUT/long.jsonl   {"text"}: whole package descriptions, reviews, tickets, answers and chats of at most 200 words; then mixed posts: some
sentences of a technical description with some of an answer, a ticket or a chat and perhaps a comment, in any order
"""
import collections
import csv
import glob
import gzip
import hashlib
import json
import random
import re
import sys

import sources

WHOLE = {"debian": 12_000, "tickets": 3_000, "so": 1_800, "airbnb": 1_000, "clothing": 1_000, "multidogo": 1_500}
MIXED, SEED, LONGEST, SHORTEST = 14_000, 5, 200, 40
SHARED_BY_MANY = 60  # a paragraph of more packages than this says nothing of any of them
ALWAYS = ("so", "tickets", "multidogo")  # short ones are kept too
CHATS = ("so", "so", "so", "tickets", "multidogo")
TECHNICAL = re.compile(r"\b(library|librar|API|engine|render|graphic|compil|script|file|window|debug|game|3D|python|C\+\+|network|server"
                       r"|data|editor|plugin|driver|build|code)")


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?;:。！？])\s+", sources.clean(text)) if s]


def descriptions(lists):
    """Whole package descriptions as lists of sentences; of packages that share their longest paragraph only the longest one."""
    found = {}
    for stanza in open(glob.glob(f"{lists}/*_bookworm_main_i18n_Translation-en")[0], encoding="utf-8", errors="replace").read().split("\n\n"):
        match = re.search(r"Description-md5: (\w+)\nDescription-[\w]+: (.*)", stanza, re.S)
        if match:
            synopsis, _, body = match.group(2).partition("\n")
            found[match.group(1)] = [synopsis.strip()] + [re.sub(r"\s+", " ", p).strip() for p in re.split(r"\n \.\n", "\n" + body)]
    count = collections.Counter(p for parts in found.values() for p in set(parts))
    families = collections.defaultdict(list)
    for key, parts in found.items():
        own = [p for p in parts[1:] if count[p] <= SHARED_BY_MANY and len(p) > 20]
        if own:
            families[max(own, key=len)].append(key)
    for keys in families.values():
        parts = found[max(keys, key=lambda k: (len(" ".join(found[k])), k))]
        yield [parts[0]] + [s for p in parts[1:] if count[p] <= SHARED_BY_MANY for s in sentences(p)]


def tickets(path):
    for row in csv.DictReader(gzip.open(path, "rt")):
        words = (row["body"] or "").split()[:80]
        pieces = [row["title"] or ""] + [" ".join(words[i:i + 8]) for i in range(0, len(words), 8)]
        yield [p for p in pieces if p]


def conversations(path):
    """What the customer of one conversation said, without one- and two-word answers."""
    for _, file in sources.members(path, "train.tsv"):
        said = collections.defaultdict(list)
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("utterance") and row["utterance"].count(" ") >= 2:
                said[row["conversationId"]].append(sources.clean(row["utterance"]))
        yield from said.values()


def documents(data, lists):
    """Set to its documents, each a list of two or more sentences."""
    read = lambda path, column: sources._column(gzip.open(f"{data}/{path}", "rt"), column)
    answers = gzip.open(f"{data}/senti4sd_so/train3098itemPOLARITY.csv.gz", "rt", errors="replace")
    found = {
        "debian": descriptions(lists),
        "airbnb": (sentences(t) for t in read("airbnb_singapore/reviews.csv.gz", "comments") if t.count(" ") > 30),
        "clothing": map(sentences, read("womens_clothing/womens_clothing.csv.gz", "Review Text")),
        "tickets": tickets(f"{data}/endava_tickets/all_tickets.csv.gz"),
        "so": (sentences(line.split(";", 2)[-1].strip().strip('"')) for line in answers),
        "multidogo": conversations(f"{data}/multidogo/multidogo.tar.gz"),
    }
    seen, kept = set(), collections.defaultdict(list)
    for name, texts in found.items():
        for parts in texts:
            text = " ".join(parts)
            if len(parts) >= 2 and sum(map(len, parts)) >= 60 and text not in seen:
                seen.add(text)
                kept[name].append(parts)
    return kept


def shorten(text):
    return " ".join(text.split()[:LONGEST])


def whole(by_set):
    digest = lambda text: hashlib.sha256(text.encode()).hexdigest()
    rows = []
    for name, texts in by_set.items():
        long = {shorten(t) for t in map(" ".join, texts) if name in ALWAYS or t.count(" ") >= SHORTEST}
        rows += sorted(long, key=digest)[:WHOLE[name]]
    return sorted(rows, key=lambda t: digest("x" + t))


def mixed(by_set, comments):
    draw = random.Random(SEED)
    technical = [parts for parts in by_set["debian"] if TECHNICAL.search(" ".join(parts))]

    def some(parts, most):
        count = draw.randint(1, min(most, len(parts)))
        first = draw.randint(0, len(parts) - count)
        return parts[first:first + count]

    for _ in range(MIXED):
        post, kind = [some(draw.choice(technical), 4)], draw.random()
        if kind < 0.7:
            post.append(some(draw.choice(by_set[draw.choice(CHATS)]), 3))
        if kind > 0.4:
            post.append([draw.choice(comments)])
        if draw.random() < 0.3:
            post.append([draw.choice(draw.choice(by_set["so"]))])
        draw.shuffle(post)
        yield shorten(" ".join(sentence for part in post for sentence in part))


def main(data, lists, out):
    by_set = documents(data, lists)
    comments = [t for name, t in sources.english_posts(data) if name == "goemotions" and 5 <= t.count(" ") <= 25]
    rows = whole(by_set) + list(mixed(by_set, comments))
    with open(f"{out}/long.jsonl", "w") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in rows)
    print("long texts", len(rows), {name: len(texts) for name, texts in by_set.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
