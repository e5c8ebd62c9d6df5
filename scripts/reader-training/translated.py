"""Feelings of English sentences given to their translations, and plain sentences for hiding others in.

    translated.py ROWS ENCODER_WORK        adds rows of source "translated" to ROWS/{emotion,sentiment,frustration}.train.jsonl and
                                           writes ROWS/plain.jsonl

The English teacher has read the English side of every pair; logistic regression on its vectors, learned from the labelled English rows, says
what the sentence feels (knowledge distillation over parallel text, Reimers and Gurevych 2020). A row holds probabilities: "shares".
"""
import collections
import json
import sys

import numpy
from sklearn.linear_model import LogisticRegression

import rows
import texts as training
from mood_grammar import add

LONGEST = 30  # words, or three letters of a script without spaces each
EACH = 1_300  # rows of one label and language; neutral ones alike
PLAIN = 2_500  # sentences of a language without feeling
SOURCE = "translated"
LANGUAGES = ("de", "fr", "es", "nl", "ja", "zh", "vi", "it", "pt")
UPSET = ("anger", "annoyance", "disappointment")


def labelled(folder, head, places):
    """Rows of the English teacher and targets of the labelled English rows."""
    found = [row for row in training.read(f"{folder}/{head}.train.jsonl") if row["language"] == "en"
             and row["source"] in ("goemotions", "xlmt_sentiment", "senti4sd_so") and rows.key(row["text"]) in places]
    return numpy.array([places[rows.key(row["text"])] for row in found]), numpy.stack([training.targets(head, row) for row in found])


def answers(folder, head, vectors, places):
    """texts × labels: what each English text feels."""
    own, wanted = labelled(folder, head, places)
    out = []
    for column in range(wanted.shape[1]):
        fitted = LogisticRegression(C=3, max_iter=200).fit(vectors[own], wanted[:, column] > 0.5)
        out.append(fitted.predict_proba(vectors)[:, 1])
    print(head, len(own), "labelled English texts")
    return numpy.stack(out, axis=1)


def is_short(text, language):
    return len(text) <= 3 * LONGEST if language in ("ja", "zh") else 3 <= len(text.split()) <= LONGEST


def chosen(pairs, felt, closed):
    """Pairs of each language and likeliest emotion, the surest EACH of them, in a fixed order."""
    groups = collections.defaultdict(list)
    for row, language, text in pairs:
        if language in LANGUAGES and is_short(text, language) and rows.key(text) not in closed:
            place = felt[row].argmax()
            groups[language, place].append((-felt[row, place], rows.place(text, 1 << 60), row, text))
    for (language, _), group in sorted(groups.items()):
        for sure, _, row, text in sorted(group)[:EACH]:
            if sure < -0.25:
                yield language, row, text


def shared(text, language, head, shares):
    return {**rows.row(text, language, [], SOURCE), "shares": dict(zip(training.HEADS[head], (round(float(s), 2) for s in shares)))}


def plain(pairs, english, felt, closed):
    """Sentences without a feeling, of English and of each language."""
    neutral = training.HEADS["emotion"].index("neutral")
    calm = (felt[:, neutral] > 0.45) & (numpy.delete(felt, neutral, axis=1).max(axis=1) < 0.12)
    found = {("en", text) for row, text in enumerate(english) if calm[row]}
    found |= {(language, text) for row, language, text in pairs if calm[row] and language in LANGUAGES}
    taken = collections.Counter()
    for language, text in sorted(found, key=lambda one: (rows.place(one[1], 1 << 60), one)):
        ends = text.rstrip()[-1:] in ".。"
        if ends and is_short(text, language) and rows.key(text) not in closed and taken[language] < PLAIN:
            taken[language] += 1
            yield {"language": language, "text": rows.clean(text)}
    print("plain", dict(taken))


def main(folder, encoder_work):
    english = [row["text"] for row in training.read(f"{encoder_work}/english.jsonl")]
    pairs = training.read(f"{encoder_work}/pairs.jsonl")
    places = {rows.key(text): place for place, text in enumerate(english)}
    vectors = numpy.load(f"{encoder_work}/first.npy", mmap_mode="r")
    heads = {head: answers(folder, head, numpy.asarray(vectors), places) for head in ("emotion", "sentiment")}
    closed = {rows.key(row["text"]) for head in training.HEADS for part in ("calibrate", "heldout")
              for row in training.read(f"{folder}/{head}.{part}.jsonl")}
    found = list(chosen(pairs, heads["emotion"], closed))
    print("translated", len(found), collections.Counter(language for language, _, _ in found))
    add(f"{folder}/emotion.train.jsonl", [shared(t, l, "emotion", heads["emotion"][row]) for l, row, t in found], SOURCE)
    add(f"{folder}/sentiment.train.jsonl",
        [shared(t, l, "sentiment", heads["sentiment"][row] / heads["sentiment"][row].sum()) for l, row, t in found], SOURCE)
    upset = [training.HEADS["emotion"].index(label) for label in UPSET]
    add(f"{folder}/frustration.train.jsonl", [shared(t, l, "frustration", [heads["emotion"][row, upset].max()]) for l, row, t in found], SOURCE)
    with open(f"{folder}/plain.jsonl", "w") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in plain(pairs, english, heads["emotion"], closed))


if __name__ == "__main__":
    main(*sys.argv[1:])
