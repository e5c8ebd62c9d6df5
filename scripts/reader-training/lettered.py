"""A second opinion on the sentiment of tweets and reviews: logistic regression on letters and words, for each language and for all.

Letters of one to five inside words and words in ones and twos, by TF-IDF. It knows endings and spellings that a sentence encoder misses; what
it says of a labelled text comes from a fit on the four fifths of the rows without it.
"""
import warnings

import numpy
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

import rows

FOLDS = 5
FEWEST = 500  # labelled rows with which a language has a fit of its own


def folds(texts):
    """Which fifth each text falls into; equal texts fall into one."""
    return numpy.array([rows.place(text, FOLDS) for text in texts])


def features(texts):
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), min_df=3, sublinear_tf=True, max_features=200_000, dtype=numpy.float32)
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\b\w+\b|[^\w\s]", dtype=numpy.float32)
    return sparse.hstack([letters.fit_transform(texts), words.fit_transform(texts)]).tocsr()


def opinions(texts, languages, wanted):
    """texts × classes: log-probabilities; zeros where a language has too few labels. wanted: class of each text, -1 without one."""
    warnings.simplefilter("ignore", ConvergenceWarning)  # a few steps more change nothing that is heard
    out, groups = numpy.zeros((len(texts), 3)), folds(texts)
    for language in sorted(set(languages)):
        own = numpy.flatnonzero(languages == language)
        if (wanted[own] >= 0).sum() < FEWEST:
            continue
        given, labels, group = features([texts[i] for i in own]), wanted[own], groups[own]
        known = labels >= 0
        for fold in range(FOLDS):
            mine = known & (group == fold)
            fitted = LogisticRegression(C=2, max_iter=40).fit(given[known & ~mine], labels[known & ~mine])
            out[own[mine]] = fitted.predict_log_proba(given[mine])
        if (~known).any():
            fitted = LogisticRegression(C=2, max_iter=40).fit(given[known], labels[known])
            out[own[~known]] = fitted.predict_log_proba(given[~known])
    return out
