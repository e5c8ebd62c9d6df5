"""Thresholds, accuracy on the held-out tenth, and the reference numbers for the C# tests."""
import json
import random

import numpy as np

import features

INFORMAL = {"brighter_emotions", "multilingual_sentiment", "xlmt_sentiment", "goemotions", "senti4sd_so"}
LONG_TEXT, SHORT_TEXT = 80, 20
MOST = 1_500


def cut(text, rng):
    """Twenty characters from the start of some word on, or None."""
    starts = [i for i in range(len(text) - SHORT_TEXT) if text[i] != " " and (i == 0 or text[i - 1] == " ")]
    return text[(at := rng.choice(starts)):at + SHORT_TEXT] if starts else None


def texts(lines, part, language, informal):
    """(sentences of 80 characters or more, texts of 20 characters) of one part and language."""
    rng = random.Random(11)
    groups = [group for (p, l, name), group in sorted(lines.items()) if (p, l, name in INFORMAL) == (part, language, informal)]
    every = [t for group in groups for t in group if language != "hi" or any("\u0900" <= c <= "\u097f" for c in t)]
    rng.shuffle(every)
    cuts = [c for t in every * (1 if len(every) > 300 else 5) if (c := cut(t, rng))]
    return [t for t in every if len(t) >= LONG_TEXT][:MOST], cuts[:MOST]


def calibrate(identifier, lines):
    """Thresholds below which few right answers lie: 1.5 % of 20-character texts, 0.3 % of sentences, of the tuning tenth."""
    right = [[], []]
    for number, language in enumerate(identifier.labels[:-1]):
        for informal in (False, True):
            for kind, group in enumerate(texts(lines, "tune", language, informal)):
                if group:
                    probabilities, _ = identifier.probabilities(group)
                    right[kind].extend(probabilities.max(axis=1)[probabilities.argmax(axis=1) == number])
    identifier.long_threshold = round(min(0.9, float(np.quantile(right[0], 0.003))), 3)
    identifier.short_threshold = round(float(np.quantile(right[1], 0.015)), 3)


def measure(identifier, lines):
    """Share of right answers in percent, "unknown" counted as wrong, by language."""
    result = {"thresholdShort": identifier.short_threshold, "thresholdLong": identifier.long_threshold, "languages": {}}
    for language in identifier.labels[:-1]:
        row = {}
        for informal in (False, True):
            for name, group in zip(("sentences80", "characters20"), texts(lines, "test", language, informal)):
                if len(group) >= 10:
                    guesses = identifier.guesses(group)
                    wrong = sum(g not in (language, "unknown") for g in guesses)
                    row[name + ("Informal" if informal else "")] = {
                        "texts": len(group), "right": round(100 * sum(g == language for g in guesses) / len(group), 1),
                        "unknown": round(100 * sum(g == "unknown" for g in guesses) / len(group), 1),
                        "wrong": round(100 * wrong / len(group), 1)}
        result["languages"][language] = row
    for name in ("sentences80", "characters20", "sentences80Informal", "characters20Informal"):
        rows = [row[name]["right"] for row in result["languages"].values() if name in row]
        result[name + "Mean"] = round(float(np.mean(rows)), 2)
    return result


def golden(identifier, sentences, out):
    rows = []
    for line in sentences.read_text(encoding="utf-8").splitlines():
        text = line.split("\t")[1]
        hashes, _ = features.grams([features.words(text)])
        probabilities, counts = identifier.probabilities([text])
        if counts[0]:
            best = int(probabilities[0].argmax())
            rows.append({"text": text, "grams": int(counts[0]), "hashSum": int(hashes.astype(np.uint64).sum() % 2 ** 32),
                         "label": identifier.labels[best], "probability": round(float(probabilities[0, best]), 5)})
    out.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
