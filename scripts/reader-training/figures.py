"""Figures of a trained reader on the held-out rows, as the model's card shows them.

    figures.py ROWS ENCODER WORK/NAME      prints JSON and writes WORK/NAME.figures.json
"""
import json
import sys

import numpy

import calibrate
import measuring
import pieces as vocabulary
import reader
import texts as training


def polarity(rows, given):
    tweets = measuring.sentiment(rows, given["sentiment"])
    yield "sentiment xlmt, macro recall, mean of 8 languages", numpy.mean(list(tweets.values()))
    for language, value in tweets.items():
        yield f"sentiment xlmt {language}, macro recall", value
    for source in ("multilingual_sentiment", "senti4sd_so", "womens_clothing"):
        for language, value in measuring.sentiment(rows, given["sentiment"], source).items():
            yield f"sentiment {source} {language}, macro recall", value


def emotions(rows, given, limits):
    english = measuring.goemotions(rows, given["emotion"], limits)
    yield "emotion goemotions, macro F1 of 12", 100 * numpy.mean(list(english.values()))
    for label, value in english.items():
        yield f"emotion goemotions {label}, F1", 100 * value
    others = measuring.brighter(rows, given["emotion"], limits)
    yield "emotion brighter, macro F1, mean of 28 languages", 100 * numpy.mean(list(others.values()))
    without = measuring.brighter(rows, given["emotion"], limits, measuring.BRIGHTER[:-1])
    yield "emotion brighter without disgust, macro F1, mean of 28 languages", 100 * numpy.mean(list(without.values()))
    for language, value in others.items():
        yield f"emotion brighter {language}, macro F1", 100 * value


def single(rows, given, head):
    """Macro F1 over the labels that the rows have, and calibration of a head that gives one label."""
    chosen = rows.having(head)
    wanted, said = rows.targets[head][chosen].argmax(1), given[head][chosen].argmax(1)
    one_hot = numpy.eye(len(training.HEADS[head])) > 0
    scores = measuring.f1_scores(one_hot[wanted], one_hot[said])
    yield f"{head}, macro F1", 100 * numpy.nanmean(scores)
    for label, value in zip(training.HEADS[head], scores):
        if not numpy.isnan(value):
            yield f"{head} {label}, F1", 100 * value


def calibration(rows, given, cards):
    """Expected calibration error: of the label given, or of every label where several may hold."""
    for card in cards:
        head = card["name"]
        chosen = rows.having(head)
        if head == "frustration":
            chosen = chosen[rows.sources[chosen] != "airline_tweets"]
        wanted, probabilities = rows.targets[head][chosen], given[head][chosen]
        if head in training.MANY:
            known = ~numpy.isnan(wanted)
            right, confidence = wanted[known] > 0.5, probabilities[known]
        else:
            right, confidence = wanted.argmax(1) == probabilities.argmax(1), probabilities.max(1)
            sure = confidence >= card["unsureBelow"]
            yield f"{head}, share unsure", 100 * (1 - sure.mean())
            yield f"{head}, right where sure", 100 * right[sure].mean()
        yield f"{head}, expected calibration error", 100 * measuring.calibration_error(right, confidence)


def all_of(rows, logits, cards, untold):
    given = {card["name"]: calibrate.probabilities(card, logits[card["name"]]) for card in cards}
    limits = next(card["thresholds"] for card in cards if card["name"] == "emotion")
    yield from polarity(rows, given)
    yield from emotions(rows, given, limits)
    yield "frustration airline_tweets, area under the curve", 100 * measuring.area(rows, given["frustration"], "airline_tweets")
    told = measuring.area(rows, given["frustration"], "airline_tweets", untold)
    yield "frustration airline_tweets without reasons that nobody could tell, area under the curve", 100 * told
    for head in ("intent", "urgency"):
        if head in given and len(rows.having(head)):
            yield from single(rows, given, head)
    yield from calibration(rows, given, cards)


def main(folder, encoder, trained):
    rows = training.Rows(folder, "heldout", vocabulary.processor(f"{encoder}/tokenizer.json"))
    untold = {row["text"] for row in training.read(f"{folder}/frustration.heldout.jsonl") if "untold" in row}
    found = dict(all_of(rows, reader.load(trained).read(rows.pieces), json.load(open(f"{trained}.heads.json")), untold))
    text = json.dumps({name: round(float(value), 1) for name, value in found.items()}, indent=1)
    print(text)
    with open(f"{trained}.figures.json", "w") as file:
        file.write(text + "\n")


main(*sys.argv[1:])
