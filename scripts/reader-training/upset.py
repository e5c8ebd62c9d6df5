"""Which rows are frustrated: as their set says; else by their sentiment, if it is a review's; else by their intent.

A complaint or a wish to leave stands for frustration, a reported problem for neither, every other intent for none.
"""
import numpy

import texts as training

UPSET = {"complain", "intend-to-leave"}
SKIPPED = {"report-problem"}  # with and without frustration


def wanted_of(rows):
    """1 frustrated, 0 not, NaN unknown, for each row."""
    wanted = rows.targets["frustration"][:, 0].copy()
    polarity = rows.targets["sentiment"]
    judged = (rows.sources == "multilingual_sentiment") & ~numpy.isnan(polarity[:, 0])
    wanted[judged] = polarity[judged, 0] > 0.5
    intents = rows.targets["intent"]
    upset, skipped = ([label in labels for label in training.HEADS["intent"]] for labels in (UPSET, SKIPPED))
    of_intent = numpy.isnan(wanted) & ~numpy.isnan(intents[:, 0]) & ~(intents[:, skipped].max(axis=1) > 0)
    wanted[of_intent] = intents[of_intent][:, upset].max(axis=1) > 0
    return wanted


def derive(rows):
    """Gives rows with an intent alone their target of frustration."""
    rows.targets["frustration"][:, 0] = wanted_of(rows)
