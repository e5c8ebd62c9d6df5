"""Where the training text comes from: one generator per set, each yields plain passages.

Only sets that a model which ships may be trained on are read (see models/README.md for their licences).
`posts` yields (language, text); `parallel` yields (English text, language, translation).
"""
import csv
import glob
import gzip
import html
import io
import json
import os
import re
import tarfile

NTREX_HELD_OUT = 500  # the last lines of NTREX-128 are never trained on
ANKI = {"cmn": "zh", "deu": "de", "fra": "fr", "jpn": "ja", "nld": "nl", "spa": "es", "vie": "vi"}
NTREX = {"arb": "ar", "ces": "cs", "deu": "de", "fra": "fr", "hin": "hi", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko",
         "nld": "nl", "pol": "pl", "por": "pt", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi",
         "zho-CN": "zh"}
SENTIMENT = {"arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "german": "de", "hindi": "hi", "indonesian": "id",
             "italian": "it", "japanese": "ja", "malay": "ms", "portuguese": "pt", "spanish": "es"}


def clean(text):
    """One line of text without mark-up, links and doubled white space."""
    text = html.unescape(re.sub(r"<[^>]{1,40}>", " ", text))
    return re.sub(r"\s+", " ", re.sub(r"https?://\S+|www\.\S+", " ", text)).strip()


def passages(text, longest=60, shortest=3):
    """Cuts a text at sentence ends into passages of at most `longest` words (characters / 3 where words are not spaced)."""
    length = lambda s: max(s.count(" ") + 1, len(s) // 12)
    passage = ""
    for sentence in re.split(r"(?<=[.!?。！？])\s+", clean(text)):
        if passage and length(passage) + length(sentence) > longest:
            yield passage
            passage = ""
        passage = (passage + " " + sentence).strip()
    if length(passage) >= shortest and length(passage) <= longest * 2:
        yield passage


def members(path, ending):
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if member.name.endswith(ending):
                yield member.name, io.TextIOWrapper(archive.extractfile(member), encoding="utf-8", errors="replace")


def _column(file, column, delimiter=","):
    for row in csv.DictReader(file, delimiter=delimiter):
        if row.get(column):
            yield row[column]


def english_posts(data):
    """English posts, reviews, tickets and chats as (set, text). Only the train and validation parts of CLINC150."""
    clinc = json.load(gzip.open(f"{data}/clinc150/data_full.json.gz", "rt"))
    for part in ("train", "val", "oos_train", "oos_val"):
        for text, _ in clinc[part]:
            yield "clinc150", text
    for name, file in members(f"{data}/multidogo/multidogo.tar.gz", "train.tsv"):
        for text in _column(file, "utterance", "\t"):
            if text.count(" ") >= 3:
                yield "multidogo", clean(text)
    for line in gzip.open(f"{data}/goemotions/goemotions-train.tsv.gz", "rt"):
        yield "goemotions", clean(line.split("\t")[0].replace("[NAME]", "").replace("[RELIGION]", ""))
    for text in _column(gzip.open(f"{data}/womens_clothing/womens_clothing.csv.gz", "rt"), "Review Text"):
        for passage in passages(text, 40):
            yield "womens_clothing", passage
    for text in _column(gzip.open(f"{data}/endava_tickets/all_tickets.csv.gz", "rt"), "body"):
        yield "endava_tickets", " ".join(clean(text).split()[:40])
    for line in gzip.open(f"{data}/senti4sd_so/train3098itemPOLARITY.csv.gz", "rt", errors="replace"):
        for passage in passages(line.split(";", 2)[-1].strip().strip('"')):
            yield "senti4sd_so", passage
    for line in gzip.open(f"{data}/churn_intent/EN_chatbot.csv.gz", "rt"):
        yield "churn_intent", clean(line.split("\t")[0])


def other_posts(data):
    """Posts of many languages as (language, text); English ones are among them."""
    for name, file in members(f"{data}/brighter_emotions/brighter_emotions.tar.gz", ".csv"):
        if "/train/" in name and "test" not in name:
            code = {"chn": "zh", "ptbr": "pt", "ptmz": "pt", "esp": "es", "deu": "de", "eng": "en", "rus": "ru", "hin": "hi",
                    "ron": "ro", "swe": "sv", "ukr": "uk", "arq": "ar", "ary": "ar"}.get(name.split("/")[-1][:-4], name.split("/")[-1][:3])
            for text in _column(file, "text"):
                for passage in passages(text, 50):
                    yield code, passage
    for name, file in members(f"{data}/multilingual_sentiment/multilingual_sentiment.tar.gz", "train.csv"):
        for text in _column(file, "text"):
            for passage in passages(text, 40):
                yield SENTIMENT[name.split("/")[-2]], passage
    for name, file in members(f"{data}/xlmt_sentiment/xlmt_sentiment.tar.gz", "train_text.txt"):
        for line in file:
            yield SENTIMENT[name.split("/")[-2]], clean(line.replace("@user", "").replace("http", ""))
    for text in _column(gzip.open(f"{data}/airbnb_singapore/reviews.csv.gz", "rt"), "comments"):
        for passage in passages(text, 40):
            yield ("en" if sum(c < "\x80" for c in passage) > 0.985 * len(passage) else "mixed"), passage


def wordnet(folder):
    """Glosses with the words they explain, and the examples, each as one English text."""
    for path in sorted(glob.glob(f"{folder}/data.*")):
        for line in open(path):
            if line[0] != " ":
                fields = line.split("|")[0].split()
                words = [fields[4 + 2 * i].replace("_", " ").split("(")[0] for i in range(int(fields[3], 16))]
                gloss = line.split("|", 1)[1].strip()
                yield ", ".join(words[:3]) + ": " + re.sub(r';?\s*"[^"]*"', "", gloss)
                yield from (example for example in re.findall(r'"([^"]{20,200})"', gloss) if example.count(" ") > 3)


def parallel(data):
    """Sentence pairs: Tatoeba by way of Anki, and news (NTREX-128)."""
    for code, language in ANKI.items():
        for line in gzip.open(f"{data}/anki_pairs/{code}.txt.gz", "rt"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2:
                yield fields[0], language, fields[1]
    news = {name.split(".")[-2]: file.read().split("\n") for name, file in members(f"{data}/ntrex128/ntrex128.tar.gz", ".txt")}
    english = news.pop("eng")
    for code, lines in sorted(news.items()):
        for source, target in list(zip(english, lines))[:1997 - NTREX_HELD_OUT]:
            yield source.strip(), NTREX[code], target.strip()


def _descriptions(path):
    """Package descriptions of one Translation file: md5 of the English text to its synopsis and paragraphs."""
    for stanza in open(path, encoding="utf-8", errors="replace").read().split("\n\n"):
        match = re.search(r"Description-md5: (\w+)\nDescription-[\w]+: (.*)", stanza, re.S)
        if match:
            synopsis, _, body = match.group(2).partition("\n")
            blocks = re.split(r"\n \.\n", "\n" + body)
            plain = [re.sub(r"\s+", " ", block).strip() if not re.search(r"\n  ", block) else "" for block in blocks]
            yield match.group(1), [synopsis.strip(), *plain]


def debian(lists):
    """Package descriptions, paragraph by paragraph where a translation has as many: (English, language, translation), or
    (English, "en", "") for one that has none."""
    english = {}
    for path in sorted(glob.glob(f"{lists}/*_bookworm_main_i18n_Translation-en")):
        english.update(_descriptions(path))
    for parts in english.values():
        for part in parts:
            if part.count(" ") >= 2:
                yield part, "en", ""
    for path in sorted(glob.glob(f"{lists}/*_bookworm_main_i18n_Translation-*")):
        language = os.path.basename(path).split("Translation-")[1].split("%")[0].split("_")[0]
        for key, parts in _descriptions(path) if language != "en" else ():
            source = english.get(key, [])
            if len(source) == len(parts):
                for original, translation in zip(source, parts):
                    if original.count(" ") >= 2 and translation and original != translation:
                        yield original, language, translation
