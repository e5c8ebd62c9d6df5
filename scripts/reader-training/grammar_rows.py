"""Invented posts of the training grammar with their intent and urgency.

A post is a core phrase of its intent, and by chance a greeting, a sentence of context, a second phrase, a wish for speed or for none,
thanks, and the habits of people who type: lower case, slips, no full stop.
"""
import random

import rows
from phrase_grammar import LANGUAGES, PhraseGrammar

INTENTS = ("ask-for-help", "report-problem", "request-feature", "complain", "praise", "consider-buying", "intend-to-leave",
           "help-another", "share", "discuss", "small-talk")
# What may stand before a phrase without changing what the post is for.
BEFORE = {"report-problem": "praise", "request-feature": "praise", "complain": "praise", "ask-for-help": "praise",
          "intend-to-leave": "complain"}
# Only what asks something of somebody can be in a hurry.
ASKING = ("ask-for-help", "report-problem", "request-feature", "complain", "consider-buying", "intend-to-leave")
FACES = {"complain": "😡 🙄 👎 😤", "praise": "😍 👍 🎉 ❤️", "small-talk": "🙂 😂 👋", "intend-to-leave": "👋 😤", "share": "🎉 🙂"}
# Rules of longer posts, where a language has them, and the intents that may go into technical detail.
LONGER = {"ask-for-help": "ask.more", "report-problem": "report.more", "request-feature": "request.more", "complain": "complain.more",
          "praise": "praise.more", "help-another": "help.more", "share": "share.more", "discuss": "discuss.more"}
TECHNICAL = ("ask-for-help", "report-problem", "request-feature", "help-another", "share")
UNSPACED = ("ja", "zh")
SOURCE = "grammar"
TRAINED, CALIBRATED = 360, 12  # posts of each intent and language; English trains more (posts)


def slip(text, draws):
    """One typing error: two letters swapped, one lost or one doubled."""
    places = [i for i in range(1, len(text) - 2) if text[i - 1:i + 2].isalpha()]
    if not places:
        return text
    i = draws.choice(places)
    return draws.choice((text[:i] + text[i + 1] + text[i] + text[i + 2:], text[:i] + text[i + 1:], text[:i] + text[i] + text[i:]))


def join(sentences, language, draws):
    """The sentences as one post, each with an end unless its writer leaves it out."""
    stop, gap = ("。", "") if language in UNSPACED else (".", draws.choice((" ", " ", " ", "\n")))
    loose = draws.random() < 0.25
    out = []
    for sentence in sentences:
        sentence = ("İ" if language == "tr" and sentence[0] == "i" else sentence[0].upper()) + sentence[1:]
        ended = sentence[-1] in ".?!。？！"
        out.append(sentence if ended or loose and sentence is sentences[-1] else sentence + stop)
    text = gap.join(out)
    return text.rstrip(".。") if loose else text


def typed(text, intent, language, draws):
    """The post as people type it."""
    if language not in UNSPACED:
        if draws.random() < 0.22:
            text = text.lower()
        if draws.random() < 0.12:
            text = slip(text, draws)
    if draws.random() < 0.05:
        text += draws.choice(("!", "!!", "...", "!!!")) if intent in ("complain", "praise", "intend-to-leave") else "..."
    if intent in FACES and draws.random() < 0.08:
        text += " " + draws.choice(FACES[intent].split())
    return text


def longer(grammar, intent, draws, held_back, details):
    """One to three phrases of a longer register, technical ones with detail between them, invented or from real posts."""
    rule = LONGER[intent]
    sentences = [grammar.write(rule, draws, held_back) for _ in range(draws.choice((1, 1, 2, 3)))]
    if intent in TECHNICAL:
        for _ in range(draws.choice((0, 0, 1, 2, 4))):
            detail = draws.choice(details) if details and draws.random() < 0.5 else grammar.write("tech", draws)
            sentences.insert(draws.randint(0, len(sentences)), detail)
    return sentences


def post(grammar, intent, draws, held_back, details=()):
    """One invented post: text and urgency."""
    core, urgency = [grammar.write(intent, draws, held_back)], "normal"
    if LONGER.get(intent) in grammar.rules and draws.random() < 0.6:
        core = longer(grammar, intent, draws, held_back, details)
    if intent == "small-talk":
        return typed(join(core, grammar.language, draws), intent, grammar.language, draws), urgency
    if draws.random() < 0.18:
        core.append(grammar.write(intent, draws, held_back))
    if intent in BEFORE and draws.random() < 0.08:
        core.insert(0, grammar.write(BEFORE[intent], draws, held_back))
    if draws.random() < 0.22:
        core.insert(0, grammar.write("lead", draws))
    if intent in ASKING and draws.random() < 0.4:
        urgency = draws.choice(("urgent", "calm"))
        core.insert(draws.choice((len(core), len(core), 0)), grammar.write(urgency, draws, held_back))
    if draws.random() < 0.3:
        core.insert(0, grammar.write("greeting", draws))
    if draws.random() < 0.2 and intent not in ("praise", "complain"):
        core.append(grammar.write("thanks", draws))
    return typed(join(core, grammar.language, draws), intent, grammar.language, draws), urgency


def posts(count, calibrate, details=(), seed=20):
    """(part, text, language, intent, urgency): `count` posts of each intent and language train, in English 5 or 15 times as many.

    details: real sentences without an intent of their own, to stand in longer English posts.
    """
    for language in LANGUAGES:
        grammar = PhraseGrammar(language)
        for intent in INTENTS:
            for part, number in (("train", count * (1 if language != "en" else 11 if intent in TECHNICAL else 4)), ("calibrate", calibrate)):
                draws = random.Random(f"{seed} {language} {intent} {part}")
                for _ in range(number):
                    text, urgency = post(grammar, intent, draws, part == "calibrate", details)
                    yield part, text, language, intent, urgency


def urgent_alone(count, seed=21):
    """(part, text, language, urgency): phrases of urgency with little or nothing beside them."""
    for language in LANGUAGES:
        grammar = PhraseGrammar(language)
        for urgency in ("urgent", "calm"):
            draws = random.Random(f"{seed} {language} {urgency}")
            for number in range(count):
                part = "calibrate" if number % 10 == 0 else "train"
                sentences = [grammar.write(urgency, draws, part == "calibrate")]
                if draws.random() < 0.3:
                    sentences.insert(0, grammar.write("greeting", draws))
                yield part, typed(join(sentences, language, draws), "", language, draws), language, urgency


def row(text, language, label):
    return rows.row(text, language, [label], SOURCE)
