#!/usr/bin/python3
"""Writes reference numbers of the evaluation's measures for small invented inputs, which it writes beside them.

Run: scripts/golden/measures.py > tests/TextSeg.Engine.Tests/Evaluation/measures-reference.json
Needs Debian's python3-sklearn and python3-scipy. The expected calibration error is a few lines of NumPy after Naeini and others 2015.
"""
import json

import numpy
from scipy.stats import spearmanr
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, recall_score, roc_auc_score, v_measure_score

ROWS, LABELS, BINS = 80, 3, 15
TEXTS = ["the lamp is bright", "the lamp broke again", "a bright warm lamp", "it broke and broke again", "warm and bright and quiet", "again the noise",
         "quiet and warm", "the noise is loud again", "where is the manual", "is there a manual", "where can i find the lamp", "can i find a manual there"]
MOODS = ["good", "bad", "good", "bad", "good", "bad", "good", "bad", "asks", "asks", "asks", "asks"]
NEW = ["a warm lamp", "the loud lamp broke", "where is it"]


def calibration_error(probabilities, true):
    bins = numpy.clip(numpy.ceil(probabilities * BINS).astype(int) - 1, 0, BINS - 1)
    return sum(abs(true[bins == b].sum() - probabilities[bins == b].sum()) for b in range(BINS)) / len(true)


def measures(draws):
    truth, given = draws.integers(0, LABELS, ROWS), draws.integers(0, LABELS, ROWS)
    given = numpy.where(draws.random(ROWS) < 0.5, truth, given)
    scores = numpy.round(draws.random(ROWS), 1)
    has = draws.random(ROWS) < scores
    likeness = numpy.round(scores + draws.random(ROWS), 1)
    return {
        "truth": truth.tolist(), "given": given.tolist(), "scores": scores.tolist(), "has": has.tolist(), "likeness": likeness.tolist(),
        "macroF1": f1_score(truth, given, average="macro"), "macroRecall": recall_score(truth, given, average="macro"),
        "area": roc_auc_score(has, scores), "calibrationError": calibration_error(scores, has), "spearman": spearmanr(scores, likeness)[0],
        "vMeasure": v_measure_score(truth, given),
    }


def groups(draws):
    centres = draws.normal(size=(4, 3)) * 2
    points = numpy.round(numpy.repeat(centres, 20, axis=0) + draws.normal(size=(80, 3)), 3)
    return {"points": points.tolist(), "inertia": KMeans(4, n_init=50, random_state=0).fit(points).inertia_}


def regression():
    """Words and pairs of words of two letters or more in two texts or more, as the bag of words takes them."""
    terms = TfidfVectorizer(ngram_range=(1, 2), min_df=2, token_pattern=r"\w+")
    rows, new = terms.fit_transform(TEXTS), terms.transform(NEW)
    several = LogisticRegression(C=4, tol=1e-9, max_iter=5000).fit(rows, MOODS)
    one = LogisticRegression(C=4, tol=1e-9, max_iter=5000).fit(rows, [mood == "bad" for mood in MOODS])
    return {"texts": TEXTS, "moods": MOODS, "new": NEW, "labels": several.classes_.tolist(), "several": several.predict_proba(new).tolist(),
            "bad": one.predict_proba(new)[:, 1].tolist()}


if __name__ == "__main__":
    source = numpy.random.default_rng(5)
    print(json.dumps({**measures(source), "groups": groups(source), "regression": regression()}))
