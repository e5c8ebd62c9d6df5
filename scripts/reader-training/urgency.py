"""Rows of the head urgency.

    urgency.py DATA OUT

endava_tickets: urgency 0 or 1 (critical, high) or impact 0 or 1 is urgent; 2 and 3 (medium; low, which every plain request has) is
normal. Nobody there says that there is time, so calm comes from the training grammar alone. Sentences of multidogo, clinc150 and
goemotions without a word of hurry are normal: they keep ordinary talk apart from the language of tickets.
"""
import re
import sys

import grammar_rows
import intent_sources
import rows
import tickets

HURRY = re.compile(r"urgent|asap|as soon as|immediate|hurry|emergency|deadline|right away|right now|quick|at once|today|tonight|now\b|"
                   r"no rush|whenever|stolen|lost|fraud|hack", re.I)
ORDINARY = 2_500  # sentences of each set that are taken as normal


def tickets_of(data):
    for part, ticket in tickets.parted(data):
        urgent = ticket.urgency <= 1 or ticket.impact <= 1
        yield part, rows.row(ticket.text, "en", ["urgent" if urgent else "normal"], "endava_tickets")


def grammar(data):
    for part, text, language, _, urgency in grammar_rows.posts(grammar_rows.TRAINED, grammar_rows.CALIBRATED, intent_sources.details(data)):
        yield part, grammar_rows.row(text, language, urgency)
    for part, text, language, urgency in grammar_rows.urgent_alone(160):
        yield part, grammar_rows.row(text, language, urgency)


def ordinary(data):
    for source in (intent_sources.multidogo, intent_sources.clinc150, intent_sources.goemotions):
        taken = 0
        for part, text, language, _, name in source(data):
            if part != "heldout" and not HURRY.search(text) and taken < ORDINARY and rows.place(text) % 3 == 0:
                taken += 1
                yield part, rows.row(text, language, ["normal"], name)


if __name__ == "__main__":
    data, out = sys.argv[1:]
    rows.write(out, "urgency", [*tickets_of(data), *grammar(data), *ordinary(data)])
