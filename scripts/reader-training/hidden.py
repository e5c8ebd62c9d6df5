"""Rows hidden among plain sentences: a post of many sentences means what one of them says.

    hidden.py ROWS        adds rows of source "hidden" to ROWS/HEAD.{train,calibrate}.jsonl

A labelled row stands among one to six plain sentences of its language (ROWS/plain.jsonl of translated.py, and facts of the grammar); the
labels stay. In half of the posts with a feeling a second row gives the intent: a feeling and a plain wish stand in one post.
"""
import collections
import json
import random
import sys

import grammar_rows
import rows
import texts as training
from mood_grammar import MOODS, add
from phrase_grammar import LANGUAGES, PhraseGrammar

SOURCE = "hidden"
FELT = {"goemotions": 10_000, "translated": 6_000, "judgements": 1_500, "feelings": 26_000, "posts": 12_000}  # posts with a feeling in them
MEANT = {"grammar": 24_000, "multidogo": 2_000, "clinc150": 1_500, "churn_intent": 400, "senti4sd_so": 500, "goemotions": 1_000}
LOUD = {"complain", "praise", "intend-to-leave", "report-problem"}  # intents that come with a feeling of their own
CALM = {"ask-for-help", "request-feature", "consider-buying", "help-another", "discuss", "share"}  # intents of the grammar without a feeling
OPEN = {"joy", "excitement", "surprise", "confusion"}  # what may be felt with them all the same
COURTESIES = {language: PhraseGrammar(language) for language in LANGUAGES}
POLITE = 0.4  # posts with a greeting, posts with thanks at the end
SHORTEST, LONGEST = 6, 220  # characters of a row that is hidden
CALIBRATED = 0.1  # as many posts of each source calibrate, of the calibration part


def plain_sentences(folder, part, seed):
    """Plain sentences by language; a tenth of them is for calibration alone."""
    found = collections.defaultdict(list)
    for row in training.read(f"{folder}/plain.jsonl"):
        if (rows.place(row["text"], 10) == 0) == (part == "calibrate"):
            found[row["language"]].append(row["text"])
    for language in sorted({file.stem.split("-")[0] for file in MOODS.glob("*.txt")}):
        draws, grammar = random.Random(f"{seed} {language}"), PhraseGrammar(language, MOODS)
        facts = {grammar.write("detail" if "detail" in grammar.rules and draws.random() < 0.7 else "fact", draws) for _ in range(1_500)}
        found[language] += [grammar_rows.join([fact], language, random.Random(fact)) for fact in sorted(facts)]
    return found


def by_text(folder, part):
    """Rows of one part by text and source, with the labels of every head that speaks of them."""
    found = {}
    for head in training.HEADS:
        for row in training.read(f"{folder}/{head}.{part}.jsonl"):
            if row["source"] != SOURCE:
                found.setdefault((row["text"], row["source"]), {})[head] = row
    return found


def candidates(found, head, wanted, plain):
    """Keys of rows of each wanted source, by source, in the order of a hash."""
    out = collections.defaultdict(list)
    for (text, source), of in found.items():
        row = of.get(head)
        if row and source in wanted and SHORTEST <= len(text) <= LONGEST and plain.get(row["language"]) and (row["labels"] or "shares" in row):
            out[source].append((text, source))
    for source in out:
        out[source].sort(key=lambda key: rows.place(key[0], 1 << 60))
    return out


def among(sentences, language, plain, draws):
    """One post of these sentences, in their order, among plain ones; a greeting and thanks in advance are form and no feeling."""
    post = [draws.choice(plain) for _ in range(draws.choice((1, 2, 2, 3, 3, 4, 5, 6, 8)))]
    for place, sentence in zip(sorted(draws.randint(0, len(post)) for _ in sentences), sentences):
        post.insert(place, sentence)
    for rule in ("greeting", "thanks"):
        if language in COURTESIES and draws.random() < POLITE:
            post.insert(0 if rule == "greeting" else len(post), COURTESIES[language].write(rule, draws))
    gap = "" if language in grammar_rows.UNSPACED else " "
    ended = (s if s[-1] in ".?!。？！…" or draws.random() < 0.2 else s + ("。" if not gap else ".") for s in (s.strip() for s in post))
    return gap.join(ended)


def post_of(found, key, partner, plain, draws):
    """Rows by head of one post: the feeling of `key` and the intent of `partner`, or all of `key` alone."""
    language = next(iter(found[key].values()))["language"]
    text = among([key[0]] if partner is None else [key[0], partner[0]], language, plain[language], draws)
    heads = dict(found[key])
    if partner is not None:
        heads = {head: row for head, row in heads.items() if head not in ("intent", "urgency")}
        heads.update((head, row) for head, row in found[partner].items() if head in ("intent", "urgency"))
    if partner is None and key[1] == "grammar" and heads["intent"]["labels"][0] in CALM:
        heads["emotion"] = {**heads["intent"], "labels": ["neutral"], "judged": sorted(set(training.HEADS["emotion"]) - OPEN)}
    for head, row in heads.items():
        yield head, {k: v for k, v in {**row, "text": rows.clean(text), "source": SOURCE}.items()}


def posts(folder, part, seed=31):
    """(head, row) of every hidden row."""
    plain, found, draws = plain_sentences(folder, part, seed), by_text(folder, part), random.Random(f"{seed} {part}")
    share = CALIBRATED if part == "calibrate" else 1
    felt, meant = candidates(found, "emotion", FELT, plain), candidates(found, "intent", MEANT, plain)
    quiet = collections.defaultdict(list)
    for key in (key for keys in meant.values() for key in keys if found[key]["intent"]["labels"][0] not in LOUD):
        quiet[found[key]["intent"]["language"]].append(key)
    for wanted, given in ((FELT, felt), (MEANT, meant)):
        for source, count in wanted.items():
            for number in range(min(int(count * share), 3 * len(given[source]))):
                key = given[source][number % len(given[source])]
                language = next(iter(found[key].values()))["language"]
                partner = draws.choice(quiet[language]) if wanted is FELT and quiet[language] and draws.random() < 0.5 else None
                yield from post_of(found, key, partner, plain, draws)


def main(folder):
    for part in ("train", "calibrate"):
        by_head = collections.defaultdict(list)
        for head, row in posts(folder, part):
            by_head[head].append(row)
        for head, found in sorted(by_head.items()):
            add(f"{folder}/{head}.{part}.jsonl", found, SOURCE)
            print(head, part, SOURCE, len(found), collections.Counter(row["language"] for row in found))


if __name__ == "__main__":
    main(*sys.argv[1:])
