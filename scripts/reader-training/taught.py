"""Which training texts the encoder's teachers have read already, and which the multilingual one has still to read.

    taught.py unread ROWS OUT.jsonl              texts of tweets and invented posts, for scripts/textseg encode
    taught.py join ROWS ENCODER_WORK WORK        teacher-NAME.jsonl and .npy in WORK, from ENCODER_WORK and WORK/unread.{jsonl,npy};
                                                 of the multilingual teacher's texts also those without labels, other than English

Texts are matched by their letters and digits (rows.key).
"""
import json
import sys

import numpy

import rows
import texts as training

NEVER_READ = {"xlmt_sentiment", "posts"}  # the encoder's training cut the handles out of tweets in another way


def training_rows(folder):
    """Training rows of all heads by text."""
    out = {}
    for head in training.HEADS:
        out.update((row["text"], row) for row in training.read(f"{folder}/{head}.train.jsonl"))
    return out


def heldout_texts(folder):
    """Texts that are held out from any head: no model may learn them, not even without their labels."""
    return {row["text"] for head in training.HEADS for part in ("calibrate", "heldout") for row in training.read(f"{folder}/{head}.{part}.jsonl")}


def unread(folder, out):
    with open(out, "w") as file:
        for row in training.read(f"{folder}/sentiment.train.jsonl"):
            if row["source"] in NEVER_READ:
                file.write(json.dumps({"language": row["language"], "text": row["text"]}, ensure_ascii=False) + "\n")


def matched(own, read, vectors):
    """(language, text) and vector of each of our rows that a teacher has read."""
    known = {rows.key(row["text"]): place for place, row in enumerate(read)}
    found = [(row, known[rows.key(text)]) for text, row in own.items() if rows.key(text) in known]
    return [row for row, _ in found], numpy.stack([vectors[place] for _, place in found])


def save(work, name, found, vectors):
    with open(f"{work}/teacher-{name}.jsonl", "w") as file:
        file.writelines(json.dumps({"language": row["language"], "text": row["text"]}, ensure_ascii=False) + "\n" for row in found)
    numpy.save(f"{work}/teacher-{name}.npy", vectors.astype(numpy.float32))
    print(f"{name} teacher: {len(found)} of the training texts")


def join(folder, encoder_work, work):
    own = training_rows(folder)
    english = {text: row for text, row in own.items() if row["language"] == "en"}
    save(work, "english", *matched(english, training.read(f"{encoder_work}/english.jsonl"), numpy.load(f"{encoder_work}/first.npy", mmap_mode="r")))
    tweets, tweet_vectors = training.read(f"{work}/unread.jsonl"), numpy.load(f"{work}/unread.npy")
    read, vectors = training.read(f"{encoder_work}/other.jsonl"), numpy.load(f"{encoder_work}/second.npy", mmap_mode="r")
    done = {row["text"] for row in tweets}
    rest = {text: row for text, row in own.items() if text not in done}
    posts, own_vectors = matched(rest, read, vectors)
    closed = {rows.key(text) for text in (*own, *heldout_texts(folder))}
    others = [place for place, row in enumerate(read) if row["language"] != "en" and rows.key(row["text"]) not in closed]
    save(work, "multilingual", tweets + posts + [read[place] for place in others],
         numpy.concatenate([tweet_vectors, own_vectors, vectors[others]]))


{"unread": unread, "join": join}[sys.argv[1]](*sys.argv[2:])
