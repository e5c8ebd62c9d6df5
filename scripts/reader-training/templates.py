"""Texts that word order decides, from phrases of ours in eight languages (phrases/LANGUAGE.json).

    templates.py OUT        adds rows of source "templates" to OUT/{sentiment,emotion,frustration}.train.jsonl

Negation, contrast, sarcasm that its context shows, words of others in quotes, code and logs. The check list that measures the model
(textseg eval checklist) has phrases of its own.
"""
import glob
import json
import os
import random
import sys

SEED, EACH = 11, 90
WARM = ("joy", "gratitude", "admiration", "excitement")
COLD = ("anger", "annoyance", "disappointment", "worry", "sadness")
CODE = ("ERROR {n} worker {m}: connection refused", "fatal: could not read from remote, abort", "panic: index out of range [{m}] in line {n}",
        "if (bad) {{ kill(child); die(\"fatal error\"); }}", "catch (TerribleException e) {{ log.Error(\"failed\", {n}); }}",
        "WARN {n} retry {m} failed, giving up", "[{n}] segfault at {m} ip 00007f", "assert perfect == love; return happy[{m}];",
        "$ make kill-all && ./awful --force {n}", "Traceback: ValueError: invalid value {n}", "HTTP/1.1 500 Internal Server Error, id {n}",
        "warning: deprecated call destroy_all({m})", "great_success = True; print(awesome({n}))", "<div class=\"sad error\">{n}</div>")


def code(dice):
    lines = [line.format(n=dice.randint(10, 9999), m=dice.randint(0, 9)) for line in dice.sample(CODE, dice.randint(1, 3))]
    return dice.choice(("{}", "`{}`", "```\n{}\n```")).format("\n".join(lines))


class Example:
    """A text with its sentiment, emotions that hold, emotions that do not, and whether it is frustrated."""

    def __init__(self, text, sentiment, holds=(), fails=(), frustrated=False):
        self.text, self.sentiment, self.holds, self.fails, self.frustrated = text, sentiment, holds, fails, frustrated


def capital(text):
    return text[:1].upper() + text[1:]


def ended(text, dice):
    return capital(text) + dice.choice((".", ".", "!", "", "..."))


def plain(of, dice):
    yield Example(ended(dice.choice(of["good"]), dice), ["positive"], (), COLD)
    yield Example(ended(dice.choice(of["bad"]), dice), ["negative"], ("annoyance",), WARM, True)
    yield Example(ended(dice.choice(of["neutral"]), dice), ["neutral"], ("neutral",), WARM + COLD)
    yield Example(ended(dice.choice(of["waiting"]), dice), ["negative"], ("annoyance",), WARM, True)
    yield Example(ended(dice.choice(of["solved"]), dice), ["positive"], ("gratitude",), COLD)


def negation(of, dice):
    first, second = dice.sample(of["notGood"], 2)
    yield Example(ended(first, dice), ["negative"], (), WARM, True)
    yield Example(f"{ended(first, dice)} {ended(second, dice)}", ["negative"], ("annoyance",), WARM, True)
    first, second = dice.sample(of["notBad"], 2)
    yield Example(ended(first, dice), ["positive", "neutral"], (), COLD)
    yield Example(f"{ended(first, dice)} {ended(second, dice)}", ["positive"], (), COLD)
    yield Example(f"{ended(first, dice)} {ended(dice.choice(of['neutral']), dice)}", ["positive", "neutral"], (), COLD)


def contrast(of, dice):
    good, bad = dice.choice(of["good"] + of["notBad"]), dice.choice(of["bad"] + of["notGood"])
    form = dice.choice(of["but"])
    yield Example(ended(form.format(a=good, b=bad), dice), ["negative"], (), (), True)
    yield Example(ended(form.format(a=bad, b=good), dice), ["positive"], (), ("anger",))
    yield Example(ended(form.format(a=dice.choice(of["neutral"]), b=bad), dice), ["negative"], (), WARM, True)


def sarcasm(of, dice):
    cheer, mishap, tail = dice.choice(of["cheer"]), dice.choice(of["mishap"]), dice.choice(of["tail"])
    for text in (f"{cheer} {mishap}. {tail}", f"{cheer} {mishap}.", f"{capital(mishap)}. {tail}", f"{cheer.rstrip(',')}! {capital(mishap)}!"):
        yield Example(text, ["negative"], ("annoyance",), WARM, True)
    yield Example(f"{cheer.rstrip(',')}! {capital(dice.choice(of['solved']))}.", ["positive"], ("gratitude",), COLD)
    yield Example(f"{cheer} {dice.choice(of['good'])}.", ["positive"], (), COLD)
    yield Example(f"{capital(mishap)}.", ["negative"], ("annoyance",), WARM, True)


def quotes(of, dice):
    for side in ("good", "bad"):
        said = dice.choice(of["quote"]).format(x=dice.choice(of[side]))
        yield Example(f"{capital(said)} {dice.choice(of['aside'])}", ["neutral"], (), WARM + COLD)
        yield Example(f"{dice.choice(of['aside'])} {capital(said)}", ["neutral"], (), WARM + COLD)
        other = "good" if side == "bad" else "bad"
        own = dice.choice(of[other])
        labels = (["positive"], (), COLD, False) if other == "good" else (["negative"], ("annoyance",), WARM, True)
        yield Example(f"{capital(said)} {dice.choice(of['disagree'])} {own}.", *labels)


def logs(of, dice):
    yield Example(code(dice), ["neutral"], ("neutral",), WARM + COLD)
    yield Example(f"{capital(dice.choice(of['neutral']))}. {code(dice)}", ["neutral"], ("neutral",), WARM + COLD)
    yield Example(f"{capital(dice.choice(of['solved']))}. {code(dice)}", ["positive"], ("gratitude",), COLD)
    yield Example(f"{code(dice)}\n{capital(dice.choice(of['good']))}.", ["positive"], (), COLD)
    yield Example(f"{capital(dice.choice(of['bad']))}. {code(dice)}", ["negative"], ("annoyance",), WARM, True)


def rows_of(example, language):
    base = {"text": example.text, "language": language, "source": "templates"}
    yield "sentiment", {**base, "labels": example.sentiment}
    yield "frustration", {**base, "labels": ["frustration"] if example.frustrated else []}
    if example.holds or example.fails:
        yield "emotion", {**base, "labels": list(example.holds), "judged": [*example.holds, *example.fails]}


def main(out):
    dice, seen, found = random.Random(SEED), set(), {}
    for path in sorted(glob.glob(f"{os.path.dirname(os.path.abspath(__file__))}/phrases/*.json")):
        with open(path) as file:
            of, language = json.load(file), os.path.basename(path)[:-5]
        for example in (e for _ in range(EACH) for make in (plain, negation, contrast, sarcasm, quotes, logs) for e in make(of, dice)):
            if example.text not in seen:
                seen.add(example.text)
                for head, row in rows_of(example, language):
                    found.setdefault(head, []).append(json.dumps(row, ensure_ascii=False) + "\n")
    for head, lines in found.items():
        with open(f"{out}/{head}.train.jsonl", "a") as file:
            file.writelines(lines)
        print(head, "templates", len(lines))


main(*sys.argv[1:])
