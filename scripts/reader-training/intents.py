"""Rows of the head intent, and the mixed set it is measured on.

    intents.py DATA OUT

The held-out part is a mixed set: MIXED texts of each label, taken in turn from every source and language that has it, in the order of a
hash of the text; churn_intent in whole.
"""
import collections
import sys

import grammar_rows
import intent_measures
import intent_sources
import rows

MIXED = 180  # held-out texts of one label
AT_MOST = {"train": 1_500, "calibrate": 60}  # texts of one source, language and label
WHOLE = "churn_intent"


def at_most(parted):
    """Of (part, row) pairs as many as the limits allow."""
    ranks, taken = collections.Counter(), collections.Counter()
    ranked = []
    for part, one in sorted(parted, key=lambda pair: rows.place(pair[1]["text"], 1 << 62)):
        group = part, one["source"], one["language"], one["labels"][0]
        ranked.append((0 if one["source"] == WHOLE else ranks[group], part, one))
        ranks[group] += 1
    for rank, part, one in sorted(ranked, key=lambda entry: entry[0]):
        taken[part, one["labels"][0]] += 1
        if one["source"] == WHOLE or (taken[part, one["labels"][0]] <= MIXED if part == "heldout" else rank < AT_MOST[part]):
            yield part, one


def public(data):
    for source in intent_sources.TRAINING:
        for part, text, language, intent, name in source(data):
            yield part, rows.row(text, language, [intent], name)
    for source in intent_measures.MEASURING:
        for text, language, intent, name in source(data):
            yield "heldout", rows.row(text, language, [intent], name)


def grammar(data):
    for part, text, language, intent, _ in grammar_rows.posts(grammar_rows.TRAINED, grammar_rows.CALIBRATED, intent_sources.details(data)):
        yield part, grammar_rows.row(text, language, intent)


if __name__ == "__main__":
    data, out = sys.argv[1:]
    rows.write(out, "intent", [*at_most(public(data)), *grammar(data)])
