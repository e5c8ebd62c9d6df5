"""Figures of the heads on rows with labels: macro recall, macro F1, area under the curve, calibration error."""
import numpy
from sklearn import metrics

import texts as training

BRIGHTER = ["anger", "worry", "joy", "sadness", "surprise", "annoyance"]  # annoyance stands for disgust


def macro_recall(wanted, given, classes=3):
    return 100 * numpy.mean([(given[wanted == c] == c).mean() for c in range(classes) if (wanted == c).any()])


def sentiment(rows, probabilities, source="xlmt_sentiment"):
    """Macro recall per language."""
    chosen = rows.having("sentiment")
    chosen = chosen[rows.sources[chosen] == source]
    wanted, given = rows.targets["sentiment"][chosen].argmax(1), probabilities[chosen].argmax(1)
    return {language: macro_recall(wanted[own], given[own]) for language in sorted(set(rows.languages[chosen]))
            for own in [rows.languages[chosen] == language]}


def f1_scores(wanted, given):
    """F1 of each column; columns without a true label are left out (NaN)."""
    both, true, said = (wanted & given).sum(0), wanted.sum(0), given.sum(0)
    return numpy.where(true > 0, 2 * both / numpy.maximum(true + said, 1), numpy.nan)


def best_thresholds(wanted, probabilities, steps=numpy.arange(0.04, 0.8, 0.02)):
    """For each column the threshold of the highest F1, smoothed over its neighbours so that it does not follow single rows."""
    best = []
    for column in range(wanted.shape[1]):
        known = ~numpy.isnan(wanted[:, column])
        true = wanted[known, column] > 0.5
        curve = [f1_scores(true[:, None], (probabilities[known, column] >= t)[:, None])[0] for t in steps]
        curve = numpy.convolve(numpy.pad(numpy.nan_to_num(curve), 2, mode="edge"), numpy.ones(5) / 5, "valid")
        best.append(float(steps[curve.argmax()]))
    return numpy.array(best)


def goemotions(rows, probabilities, thresholds):
    chosen = numpy.flatnonzero(rows.sources == "goemotions")
    chosen = chosen[~numpy.isnan(rows.targets["emotion"][chosen]).all(axis=1)]
    scores = f1_scores(rows.targets["emotion"][chosen] > 0.5, probabilities[chosen] >= thresholds)
    return dict(zip(training.HEADS["emotion"], scores))


def brighter(rows, probabilities, thresholds, labels=BRIGHTER):
    """Macro F1 per language, over the labels that the language's rows speak of."""
    columns, out = [training.HEADS["emotion"].index(label) for label in labels], {}
    for language in sorted(set(rows.languages[rows.sources == "brighter_emotions"])):
        own = (rows.languages == language) & (rows.sources == "brighter_emotions")
        wanted = rows.targets["emotion"][own][:, columns]
        wanted, judged = wanted > 0.5, ~numpy.isnan(wanted).all(axis=0)
        scores = f1_scores(wanted, probabilities[own][:, columns] >= numpy.asarray(thresholds)[columns])
        out[language] = numpy.nanmean(scores[judged])
    return out


def area(rows, probabilities, source, without=frozenset()):
    """Area under the curve of frustration over the rows of a source, but for some texts."""
    chosen = numpy.array([place for place in numpy.flatnonzero(rows.sources == source) if rows.texts[place] not in without])
    return metrics.roc_auc_score(rows.targets["frustration"][chosen, 0] > 0.5, probabilities[chosen, 0])


def calibration_error(right, confidence, bins=15):
    """Expected calibration error (Guo et al. 2017) with bins of equal width."""
    place = numpy.minimum((confidence * bins).astype(int), bins - 1)
    return sum(abs(right[place == b].mean() - confidence[place == b].mean()) * (place == b).mean() for b in range(bins) if (place == b).any())


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def softmax(x):
    x = numpy.exp(x - x.max(axis=1, keepdims=True))
    return x / x.sum(axis=1, keepdims=True)
