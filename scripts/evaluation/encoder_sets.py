"""Writes the sets that `textseg eval encoder` measures on, as JSON Lines, from public data.

    encoder_sets.py DATA OUT

The kind of a set is the second part of its file's name:
  NAME.groups.jsonl        {"text", "label", "language", "line"}: groups known beforehand
  NAME.similarity.jsonl    {"left", "right", "score", "language", "line"}: how alike two sentences are, by people
  NAME.translations.jsonl  {"text", "english", "language", "line"}: a sentence and the English one that it translates
  NAME.threads.jsonl       {"text", "thread", "reply"}: posts of threads; reply is true for the one held out
Rows with the same "line" say the same in other languages; intervals are drawn over lines.
No text here is one that a shipped encoder was trained on, but for SIB-200, whose train part alone is public here.
"""
import collections
import csv
import gzip
import hashlib
import json
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder-training"))
import sources  # noqa: E402

SIMILARITY = ("en", "de", "fr", "es", "nl", "it", "pl", "pt", "ru", "zh", "ja")
THREADS = 200


def clinc(data):
    posts = json.load(gzip.open(f"{data}/clinc150/data_full.json.gz", "rt", encoding="utf-8"))["test"]
    for line, (text, intent) in enumerate(posts):
        yield {"text": text, "label": intent, "language": "en", "line": line}


def sib(data):
    for name, file in sources.members(f"{data}/sib200/sib200.tar.gz", "train.tsv"):
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {"text": row["text"], "label": row["category"], "language": name.split("/")[-2], "line": int(row["index_id"])}


def stsb(data):
    for name, file in sources.members(f"{data}/stsb_multi/stsb_multi.tar.gz", "-dev.csv"):
        language = name.split("-")[-2]
        if language in SIMILARITY:
            for line, row in enumerate(csv.reader(file)):
                yield {"left": row[0], "right": row[1], "score": float(row[2]), "language": language, "line": line}


def ntrex(data):
    """The last 500 lines, which no training step reads."""
    news = {name.split(".")[-2]: file.read().split("\n") for name, file in sources.members(f"{data}/ntrex128/ntrex128.tar.gz", ".txt")}
    for code in sorted(sources.NTREX):
        for line in range(1997 - sources.NTREX_HELD_OUT, 1997):
            yield {"text": news[code][line], "english": news["eng"][line], "language": sources.NTREX[code], "line": line}


def threads(data):
    """200 threads of six posts or more, drawn by a hash of their number; the last post is held out."""
    posts = collections.defaultdict(list)
    for line in gzip.open(f"{data}/urho3d_forum/posts.jsonl.gz", "rt", encoding="utf-8"):
        post = json.loads(line)
        text = sources.clean(post["text"])
        if len(text) >= 20:
            posts[post["topic_id"]].append((post["post_number"], text))
    long = [thread for thread, found in posts.items() if len(found) >= 6]
    for thread in sorted(long, key=lambda thread: hashlib.sha256(str(thread).encode()).hexdigest())[:THREADS]:
        own = [text for _, text in sorted(posts[thread])]
        for place, text in enumerate(own):
            yield {"text": text, "thread": str(thread), "reply": place == len(own) - 1}


SETS = {
    "clinc150.groups.jsonl": ("clinc150", clinc),
    "sib200.groups.jsonl": ("sib200", sib),
    "stsb.similarity.jsonl": ("stsb_multi", stsb),
    "ntrex128.translations.jsonl": ("ntrex128", ntrex),
    "urho3d.threads.jsonl": ("urho3d_forum", threads),
}


def main():
    data, out = sys.argv[1:]
    for name, (needs, rows) in SETS.items():
        if not os.path.isdir(f"{data}/{needs}"):
            print(f"eval-data: {data} holds no {needs}, so {name} is not written.", file=sys.stderr)
            continue
        with open(f"{out}/{name}", "w", encoding="utf-8") as file:
            count = sum(file.write(json.dumps(row, ensure_ascii=False) + "\n") > 0 for row in rows(data))
        print(f"{count} rows are in {out}/{name}")


if __name__ == "__main__":
    main()
