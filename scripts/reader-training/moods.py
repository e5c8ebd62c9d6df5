"""Rows of the heads sentiment, emotion and frustration.

    moods.py DATA OUT

How the labels of each set become ours is in MOODS, BRIGHTER and the functions below. airline_tweets is written to the held-out part only.
"""
import collections
import csv
import gzip
import sys

import rows

POLARITY = ("negative", "neutral", "positive")
SENTIMENT_LANGUAGES = {"arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "german": "de", "hindi": "hi", "indonesian": "id",
                       "italian": "it", "japanese": "ja", "malay": "ms", "portuguese": "pt", "spanish": "es"}
GOEMOTIONS = ("admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval disgust "
              "embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief remorse sadness "
              "surprise neutral").split()
# Emotions of GoEmotions (Demszky et al. 2020) in our words. Approval, caring, desire and realization are none of ours.
MOODS = {"admiration": "admiration", "amusement": "joy", "anger": "anger", "annoyance": "annoyance", "confusion": "confusion",
         "curiosity": "neutral", "disappointment": "disappointment", "disapproval": "annoyance", "disgust": "annoyance",
         "embarrassment": "sadness", "excitement": "excitement", "fear": "worry", "gratitude": "gratitude", "grief": "sadness",
         "joy": "joy", "love": "joy", "nervousness": "worry", "optimism": "joy", "pride": "admiration", "relief": "joy",
         "remorse": "sadness", "sadness": "sadness", "surprise": "surprise", "neutral": "neutral"}
BRIGHTER = {"anger": "anger", "fear": "worry", "joy": "joy", "sadness": "sadness", "surprise": "surprise", "disgust": "annoyance"}
BRIGHTER_LANGUAGES = {"chn": "zh", "ptbr": "pt-BR", "ptmz": "pt-MZ", "esp": "es", "deu": "de", "eng": "en", "rus": "ru", "hin": "hi",
                      "ron": "ro", "swe": "sv", "ukr": "uk", "afr": "af", "amh": "am", "hau": "ha", "ibo": "ig", "kin": "rw",
                      "mar": "mr", "orm": "om", "som": "so", "sun": "su", "swa": "sw", "tat": "tt", "tir": "ti", "yor": "yo"}
PLAIN = ({"neutral"}, {"curiosity"}, {"neutral", "curiosity"})
PLEASANT = {"joy", "gratitude", "admiration", "excitement"}
UNPLEASANT = {"anger", "annoyance", "disappointment", "worry", "sadness"}
ASTRAY = 1_000  # the first Hindi training tweets have labels that are not theirs: love and laughter are as often negative as positive
FRUSTRATED = {"anger", "annoyance", "disappointment"}


def polarity(labels):
    """Sentiment that the emotions of a text stand for, or None where they do not say."""
    good, bad = bool(labels & PLEASANT), bool(labels & UNPLEASANT)
    if good != bad:
        return "positive" if good else "negative"
    return "neutral" if labels <= {"neutral"} and not good else None


def goemotions(data):
    """(part, row, emotions) of GoEmotions, plus the names that have no word of ours."""
    for name, part in (("train", None), ("dev", "heldout")):
        for line in gzip.open(f"{data}/goemotions/goemotions-{name}.tsv.gz", "rt"):
            text, ids, _ = line.rstrip("\n").split("\t")
            named = {GOEMOTIONS[int(i)] for i in ids.split(",")}
            labels = {MOODS[n] for n in named if n in MOODS} - ({"neutral"} if named not in PLAIN else set())
            one = rows.row(text, "en", labels, "goemotions")
            yield part or rows.part_of(one["text"]), one, labels


def brighter(data):
    """(part, row, emotions) of BRIGHTER (Muhammad et al. 2025), track A. Disgust is told as annoyance."""
    for name, file in rows.members(f"{data}/brighter_emotions/brighter_emotions.tar.gz", ".csv"):
        folder, code = name.split("/")[-2], name.split("/")[-1][:-4]
        if "track_a" not in name or "test" in code:
            continue
        for line in csv.DictReader(file):
            own = {k.lower(): v for k, v in line.items() if k and k.lower() in BRIGHTER}
            labels = {BRIGHTER[k] for k, v in own.items() if v and int(float(v))}
            judged = {BRIGHTER[k] for k, v in own.items() if v not in (None, "")}
            if not judged:
                continue
            one = rows.row(line["text"], BRIGHTER_LANGUAGES.get(code, code), labels, "brighter_emotions", judged)
            yield "heldout" if folder == "dev" else rows.part_of(one["text"]), one, labels


def xlmt(data):
    """(part, row): tweets in eight languages (Barbieri, Espinosa Anke and Camacho-Collados 2022); validation is held out."""
    lines = {name.split("sentiment/")[-1]: file.read().split("\n")
             for name, file in rows.members(f"{data}/xlmt_sentiment/xlmt_sentiment.tar.gz", ".txt")}
    for name in sorted(n for n in lines if n.endswith("_text.txt")):
        language, held = SENTIMENT_LANGUAGES[name.split("/")[-2]], "val_" in name
        for number, (text, label) in enumerate(zip(lines[name], lines[name.replace("_text", "_labels")])):
            if label.strip():
                judged = [] if language == "hi" and not held and number < ASTRAY else None
                one = rows.row(text, language, [POLARITY[int(label)]], "xlmt_sentiment", judged)
                yield "heldout" if held else rows.part_of(one["text"]), one


def multilingual(data):
    """(part, row). Its eight languages of xlmt hold the same tweets: only the train part is read there, and no Hindi."""
    for name, file in rows.members(f"{data}/multilingual_sentiment/multilingual_sentiment.tar.gz", ".csv"):
        language, valid = SENTIMENT_LANGUAGES[name.split("/")[-2]], name.endswith("valid.csv")
        shared = language not in ("zh", "ja", "id", "ms")
        for line in csv.DictReader(file) if not (language == "hi" or shared and valid) else ():
            one = rows.row(line["text"], language, [line["label"]], "multilingual_sentiment")
            if language in ("zh", "ja"):
                yield rows.part_of(one["text"], 10, 20), one
            else:
                yield "heldout" if valid else rows.part_of(one["text"]), one


def programming(data):
    """(part, row): Stack Overflow posts (Calefato et al. 2018)."""
    for line in gzip.open(f"{data}/senti4sd_so/train3098itemPOLARITY.csv.gz", "rt", errors="replace"):
        fields = line.rstrip("\n").split(";", 2)
        if len(fields) == 3 and fields[1] in POLARITY:
            one = rows.row(fields[2].strip('"'), "en", [fields[1]], "senti4sd_so")
            yield rows.part_of(one["text"], 8, 15), one


def reviews(data):
    """(part, row): clothing reviews by their stars: 1 and 2 negative, 3 neutral, 5 positive, as many of each as there are of 1 and 2."""
    taken = collections.Counter()
    lines = csv.DictReader(gzip.open(f"{data}/womens_clothing/womens_clothing.csv.gz", "rt"))
    for line in sorted(lines, key=lambda l: rows.place(l["Review Text"], 1 << 60)):
        label = {"1": "negative", "2": "negative", "3": "neutral", "5": "positive"}.get(line["Rating"])
        if label and line["Review Text"] and taken[label] < 2_300:
            taken[label] += 1
            one = rows.row(f"{line['Title']}. {line['Review Text']}" if line["Title"] else line["Review Text"], "en", [label], "womens_clothing")
            yield rows.part_of(one["text"], 8, 10), one


def airline(data):
    """Rows that only measure: negative tweets with a stated reason against the rest. A negative tweet whose reason nobody could tell is marked:
    it has no stated reason, yet it is hardly the rest."""
    for line in csv.DictReader(gzip.open(f"{data}/airline_tweets/Tweets.csv.gz", "rt")):
        stated = line["airline_sentiment"] == "negative" and line["negativereason"] not in ("", "Can't Tell")
        one = rows.row(line["text"], "en", ["frustration"] if stated else [], "airline_tweets")
        yield "heldout", {**one, "untold": True} if line["negativereason"] == "Can't Tell" else one


def relabelled(one, labels):
    return {k: v for k, v in {**one, "labels": labels}.items() if k != "judged"}


def main(data, out):
    rated = [*xlmt(data), *multilingual(data), *programming(data), *reviews(data)]
    felt = [*goemotions(data), *brighter(data)]
    told = [(part, relabelled(one, [polarity(labels)])) for part, one, labels in felt if part != "heldout" and polarity(labels)
            and not (one["source"] == "goemotions" and not labels)]
    rows.write(out, "sentiment", [*rated, *told])
    rows.write(out, "emotion", [(part, one) for part, one, _ in felt])
    frustrated = [(part, relabelled(one, ["frustration"] if labels & FRUSTRATED else [])) for part, one, labels in felt]
    frustrated += [(part, relabelled(one, ["frustration"] if one["labels"] == ["negative"] else [])) for part, one in rated
                   if one.get("judged") != [] and (part == "train" or one["source"] in ("womens_clothing", "senti4sd_so"))]
    rows.write(out, "frustration", [*frustrated, *airline(data)])


main(*sys.argv[1:])
