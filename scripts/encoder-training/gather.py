"""Step 1: reads the sets and writes what the teachers and the student read.

    gather.py DATA WORDNET DEBIAN_LISTS OUT

OUT/english.jsonl   {"text"}: texts for the English teacher, shuffled, so that a prefix is a fair sample
OUT/pairs.jsonl     [row in english.jsonl, language, translation]
OUT/other.jsonl     {"language", "text"}: posts, and translations evenly by language, for the multilingual teacher, shuffled
OUT/heldout.jsonl   [English, language, translation]: pairs for measuring only, none of whose English sides is trained on
"""
import collections
import hashlib
import json
import random
import sys

import sources

LIMITS = {"multidogo": 60_000, "goemotions": 45_000, "womens_clothing": 24_000, "endava_tickets": 8_500}
TATOEBA, HELD_OUT, AIRBNB, OTHER, EACH_LANGUAGE = 80_000, 1_000, 25_000, 60_000, 4_000
SEED = 20


def stable(text):
    return hashlib.sha256(text.encode()).hexdigest()


def take(texts, limit):
    """At most `limit` different texts, picked by a hash: the same whatever the order."""
    return sorted(set(texts), key=stable)[:limit]


def main(data, wordnet, lists, out):
    english, translations = {}, collections.defaultdict(list)
    for original, language, translation in sources.parallel(data):
        translations[original].append((language, translation))
    news = {t for t in translations if len({l for l, _ in translations[t]}) > 8}
    tatoeba = sorted(set(translations) - news, key=lambda t: (-len({l for l, _ in translations[t]}), stable(t)))
    held_out = take((t for t in tatoeba[:30_000] if t.count(" ") >= 4), HELD_OUT)
    keep = [t for t in tatoeba if t not in set(held_out)][:TATOEBA] + sorted(news)

    debian = collections.defaultdict(dict)
    for original, language, translation in sources.debian(lists):
        debian[original].update({language: translation} if translation else {})
    described = sorted(debian, key=lambda t: (-len(debian[t]), stable(t)))
    described = [t for t in described if len(t.split()) <= 90][:75_000]
    for text in described:
        translations[text].extend(debian[text].items())
    for text in keep + described + list(sources.wordnet(wordnet)):
        english.setdefault(text, None)

    posts = collections.defaultdict(list)
    for name, text in sources.english_posts(data):
        posts[name].append(text)
    other = []
    for language, text in sources.other_posts(data):
        (posts["english"].append(text) if language == "en" else other.append((language, text)))
    for name, texts in posts.items():
        for text in take(texts, LIMITS.get(name, AIRBNB)):
            english.setdefault(text, None)
        print(name, min(len(set(texts)), LIMITS.get(name, AIRBNB)))

    rows = sorted(english, key=stable)
    random.Random(SEED).shuffle(rows)
    rows = [text for text in rows if text.strip()]  # the teachers' vectors are matched by place
    index = {text: i for i, text in enumerate(rows)}
    pairs = [(index[text], language, t) for text in rows for language, t in dict.fromkeys(translations.get(text, ())) if t.strip()]
    chosen = take((json.dumps(o, ensure_ascii=False) for o in other), OTHER)
    by_language = collections.defaultdict(list)
    for row, language, text in pairs:
        by_language[language].append(text)
    by_language["en"] = rows[:EACH_LANGUAGE * 5]
    for language, texts in by_language.items():
        limit = len(texts) if language == "en" else EACH_LANGUAGE
        chosen += [json.dumps((language, text), ensure_ascii=False) for text in take(texts, limit)]
    chosen = [pair for pair in sorted(chosen, key=stable) if json.loads(pair)[1].strip()]
    write(f"{out}/english.jsonl", ({"text": text} for text in rows))
    write(f"{out}/pairs.jsonl", pairs)
    write(f"{out}/other.jsonl", ({"language": language, "text": text} for language, text in map(json.loads, chosen)))
    write(f"{out}/heldout.jsonl", [(t, l, x) for t in held_out for l, x in translations[t]])
    print("english", len(rows), "pairs", len(pairs), "other", len(chosen), "of", len(other))
    print(collections.Counter(p[1] for p in pairs).most_common())
    print(collections.Counter(json.loads(o)[0] for o in chosen).most_common(40))


def write(path, rows):
    with open(path, "w") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


main(*sys.argv[1:])
