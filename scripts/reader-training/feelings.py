"""Sentences of ours that say one feeling, and short clauses of judgement, in eight languages (moods/LANGUAGE-feelings.txt).

    feelings.py OUT        adds rows of source "feelings" to OUT/{emotion,sentiment,frustration}.{train,calibrate}.jsonl

A plain question feels nothing. Some of the phrases are kept for calibration. A clause stands alone or behind a word of contrast, as the
reader cuts a sentence that contrasts.
"""
import collections
import random
import sys

import grammar_rows
import rows
import texts as training
from mood_grammar import MOODS, add
from phrase_grammar import PhraseGrammar

SOURCE = "feelings"
EACH = {"train": 500, "calibrate": 24}  # rows of a feeling and language
CLAUSES = {"train": 500, "calibrate": 0}
# What may be felt beside a feeling: nobody knows, so it is not judged.
NEAR = {"anger": {"annoyance", "disappointment"}, "annoyance": {"anger", "disappointment"}, "disappointment": {"sadness", "annoyance"},
        "sadness": {"disappointment", "worry"}, "worry": {"confusion"}, "confusion": {"annoyance"}, "joy": {"excitement"}, "excitement": {"joy"},
        "admiration": {"joy"}, "gratitude": {"joy", "admiration"}, "surprise": {"excitement"}, "neutral": set()}
POLARITY = {"joy": "positive", "gratitude": "positive", "admiration": "positive", "excitement": "positive", "anger": "negative",
            "annoyance": "negative", "disappointment": "negative", "sadness": "negative", "worry": "negative", "neutral": "neutral"}
UPSET = {"anger", "annoyance", "disappointment"}


def languages():
    return sorted(file.stem.removesuffix("-feelings") for file in MOODS.glob("*-feelings.txt"))


def felt(part, seed=41):
    """(head, row) of every feeling."""
    for language in languages():
        grammar = PhraseGrammar(language, MOODS)
        for feeling in training.HEADS["emotion"]:
            draws = random.Random(f"{seed} {language} {feeling} {part}")
            for _ in range(EACH[part]):
                rule = feeling if feeling != "neutral" else draws.choice(("question", "question", "detail", "fact"))
                text = grammar.write(rule, draws, part == "calibrate")
                text = grammar_rows.typed(grammar_rows.join([text], language, draws), "", language, draws)
                judged = set(training.HEADS["emotion"]) - NEAR[feeling]
                yield "emotion", rows.row(text, language, [feeling], SOURCE, judged)
                if feeling in POLARITY:
                    yield "sentiment", rows.row(text, language, [POLARITY[feeling]], SOURCE)
                yield "frustration", rows.row(text, language, ["frustration"] if feeling in UPSET else [], SOURCE)


def clauses(part, seed=42):
    """Rows of the head sentiment: clauses that judge."""
    for language in languages():
        grammar = PhraseGrammar(language, MOODS)
        gap = "" if language in grammar_rows.UNSPACED else " "
        for rule, label in (("clause-good", "positive"), ("clause-bad", "negative")):
            draws = random.Random(f"{seed} {language} {rule}")
            for _ in range(CLAUSES[part]):
                text = grammar.write(rule, draws)
                if draws.random() < 0.4:
                    text = grammar.write("but", draws) + gap + text
                text += draws.choice(("", "", "。" if not gap else ".", "、" if not gap else ",", "!"))
                yield "sentiment", rows.row(grammar_rows.typed(text, "", language, draws), language, [label], SOURCE)


def main(out):
    for part in ("train", "calibrate"):
        by_head = collections.defaultdict(list)
        for head, row in [*felt(part), *clauses(part)]:
            by_head[head].append(row)
        for head, found in by_head.items():
            add(f"{out}/{head}.{part}.jsonl", found, SOURCE)
            print(head, part, SOURCE, len(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
