"""Short judgements of invented phrases for the head sentiment: plain, negated, in contrast and sarcastic.

    mood_grammar.py OUT        adds rows of source "judgements" to OUT/sentiment.train.jsonl, plain facts and
                               anger said or denied to OUT/emotion.train.jsonl

Adjectives and things are drawn freely (moods/LANGUAGE.txt), so that "not" is learned and not a list of sentences. The clauses after a
word of contrast stand alone too, as a post is read clause by clause. The check list has words of its own.
"""
import json
import os
import random
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
         ("not-bad", ["neutral", "positive"], 600), ("fragment-good", ["positive"], 200), ("fragment-bad", ["negative"], 200),
         ("sarcasm", ["negative"], 1_000), ("sincere", ["positive"], 250), ("fact", ["neutral"], 500))


def judgements(seed=23):
    """Rows of every language that has a file, in a fixed order."""
    for language in sorted({file.stem.split("-")[0] for file in MOODS.glob("*.txt")}):
        grammar = PhraseGrammar(language, MOODS)
        for plain, negated in (("g", "m"), ("b", "n")):  # a word that only ever stood behind "not" would be learned as its opposite
            grammar.rules[plain] = grammar.rules[plain] + grammar.rules.get(negated, [])
        for rule, labels, count in FORMS:
            draws = random.Random(f"{seed} {language} {rule}")
            for _ in range(count):
                text = grammar.write(rule, draws)
                text = text if rule.startswith("fragment") else grammar_rows.join([text], language, draws)
                yield rows.row(grammar_rows.typed(text, "", language, draws), language, labels, SOURCE)


def denials(seed=24):
    """Rows of the head emotion that judge anger alone: it is said, or denied."""
    for language in sorted({file.stem.split("-")[0] for file in MOODS.glob("*.txt")}):
        grammar = PhraseGrammar(language, MOODS)
        for rule, labels in (("angry", ["anger"]), ("not-angry", [])):
            draws = random.Random(f"{seed} {language} {rule}")
            for _ in range(EACH_ANGRY):
                text = grammar_rows.typed(grammar_rows.join([grammar.write(rule, draws)], language, draws), "", language, draws)
                yield rows.row(text, language, labels, SOURCE, ["anger"] if labels else ANGRY)


def add(path, extra, source=SOURCE):
    """Puts rows behind those of other sources."""
    with open(path) as file:
        kept = [line for line in file if json.loads(line)["source"] != source]
    with open(path + ".new", "w") as file:
        file.writelines(kept)
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in extra)
    os.replace(path + ".new", path)


def main(out):
    every = list(judgements())
    add(f"{out}/sentiment.train.jsonl", every)
    add(f"{out}/emotion.train.jsonl", [*(one for one in every if one["labels"] == ["neutral"]), *denials()])


if __name__ == "__main__":
    main(*sys.argv[1:])
