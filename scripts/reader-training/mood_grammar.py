"""Short judgements of invented phrases for the head sentiment: plain, negated, in contrast, and praise that is or is not meant.

    mood_grammar.py OUT        adds rows of source "judgements" to OUT/sentiment.train.jsonl, plain facts and anger said or denied to
                               OUT/emotion.train.jsonl, and whether they are frustrated to OUT/frustration.train.jsonl

Adjectives and things are drawn freely (moods/LANGUAGE.txt), so that "not" is learned and not a list of sentences. The clauses after a
word of contrast stand alone too, as a post is read clause by clause. The check list has words of its own.
"""
import json
import os
import random
import re
import sys

import grammar_rows
import rows
from phrase_grammar import FOLDER, PhraseGrammar

ANGRY = ["anger", "annoyance"]
EACH_ANGRY = 150  # rows of a language that say anger or deny it
MOODS = FOLDER.parent / "moods"
SOURCE = "judgements"
# Rule, labels (several share the weight), rows of a language.
FORMS = (("positive", ["positive"], 500), ("negative", ["negative"], 500), ("not-good", ["negative"], 600),
         ("not-bad", ["neutral", "positive"], 600), ("fragment-good", ["positive"], 400), ("fragment-bad", ["negative"], 400),
         ("sarcasm", ["negative"], 1_000), ("sincere", ["positive"], 250), ("fact", ["neutral"], 500),
         ("ironic", ["negative"], 1_800), ("meant", ["positive"], 1_100), ("mishap", ["negative"], 800), ("delight", ["positive"], 500),
         ("clause-good", ["positive"], 400), ("clause-bad", ["negative"], 400))
EACH_WORD = 5  # rows of each judging word, for a word that comes once is not learned
TWO_ARTICLES = re.compile(r"\b(an?|un|una|une|um|uma|ein|eine|een) (an?|un|una|une|um|uma|ein|eine|een)\b")


def add_irony(grammar):
    """Praise before what shows that it is meant or not (moods/LANGUAGE-irony.txt)."""
    comma, stop, mark = ("、", "。", "！") if grammar.language == "ja" else (", ", ". ", "! ")
    for rule, event, thanks, proof in (("ironic", "mishap", "thanks-bad", "wait-bad"), ("meant", "delight", "thanks-good", "delight")):
        thanked = f"{{{thanks}}}" if grammar.language == "ja" else f"{{thanks}} {{{thanks}}}"
        grammar.rules[rule] = [f"{{cheer}}{comma}{{{event}}}", f"{{cheer}}{mark}{{{event}}}", thanked,
                               f"{{boast}}{comma}{{{proof}}}", f"{{boast}}{stop}{{{proof}}}"]


def texts_of(grammar, seed):
    """(rule, labels, text, draws) of one language, in a fixed order."""
    for rule, labels, count in FORMS:
        draws = random.Random(f"{seed} {grammar.language} {rule}")
        for _ in range(count):
            yield rule, labels, grammar.write(rule, draws), draws
    for rule, word in (("positive", "{g}"), ("negative", "{b}")):
        draws = random.Random(f"{seed} {grammar.language} {rule} words")
        frames = [line for line in grammar.rules[rule] if word in line]
        for own in grammar.rules[word[1]] * EACH_WORD:
            yield rule, [rule], grammar.expand(draws.choice(frames).replace(word, own, 1), draws), draws


def judgements(seed=23):
    """(rule, row) of every language that has a file, in a fixed order."""
    for language in sorted({file.stem.split("-")[0] for file in MOODS.glob("*.txt")}):
        grammar = PhraseGrammar(language, MOODS)
        for plain, negated in (("g", "m"), ("b", "n")):  # a word that only ever stood behind "not" would be learned as its opposite
            grammar.rules[plain] = grammar.rules[plain] + grammar.rules.get(negated, [])
        add_irony(grammar)
        for rule, labels, text, draws in texts_of(grammar, seed):
            if TWO_ARTICLES.search(text):  # "what a {g} day" where g is a noun
                continue
            text = text if rule.startswith("fragment") else grammar_rows.join([text], language, draws)
            yield rule, rows.row(grammar_rows.typed(text, "", language, draws), language, labels, SOURCE)


def denials(seed=24):
    """Rows of the head emotion that judge anger alone: it is said, or denied."""
    for language in sorted({file.stem.split("-")[0] for file in MOODS.glob("*.txt")}):
        grammar = PhraseGrammar(language, MOODS)
        for rule, labels in (("angry", ["anger"]), ("not-angry", [])):
            draws = random.Random(f"{seed} {language} {rule}")
            for _ in range(EACH_ANGRY):
                text = grammar_rows.typed(grammar_rows.join([grammar.write(rule, draws)], language, draws), "", language, draws)
                yield rows.row(text, language, labels, SOURCE, ["anger"] if labels else ANGRY)


def upset(judged):
    """Rows of the head frustration: who judges badly or in irony is frustrated; who tells a mishap may be or not (upset.py says the same of faults)."""
    for rule, one in judged:
        if rule != "mishap":
            yield {**one, "labels": ["frustration"] if one["labels"] == ["negative"] else []}


def add(path, extra, source=SOURCE):
    """Puts rows behind those of other sources."""
    with open(path) as file:
        kept = [line for line in file if json.loads(line)["source"] != source]
    with open(path + ".new", "w") as file:
        file.writelines(kept)
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in extra)
    os.replace(path + ".new", path)


def main(out):
    judged = list(judgements())
    every = [one for _, one in judged]
    add(f"{out}/sentiment.train.jsonl", every)
    add(f"{out}/frustration.train.jsonl", upset(judged))
    add(f"{out}/emotion.train.jsonl", [*(one for one in every if one["labels"] == ["neutral"]), *denials()])


if __name__ == "__main__":
    main(*sys.argv[1:])
