"""Measures an encoder on text that no step trained on, and prints the figures as JSON.

    measure.py DATA WORK TABLE.npz | --encode COMMAND...

Any encoder, teachers too: `measure.py DATA WORK --encode scripts/textseg --model DIR`. Posts are then cleaned and masked by the program.

V-measure of k-means with the true number of groups (CLINC150 test; SIB-200 in 20 languages, plain and less each language's mean),
Spearman's correlation with people's scores (STS-B dev), and how often a translation finds its English sentence among all
(Tatoeba held out, 1,000; NTREX-128, the last 500 lines). A reply of a forum is compared with 200 threads that it is held out from.
"""
import collections
import csv
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile

import numpy
import sentencepiece
from scipy.stats import spearmanr
from sklearn.cluster import KMeans
from sklearn.metrics import v_measure_score

import sources
import weighting

SIMILARITY = ("en", "de", "fr", "es", "nl", "it", "pl", "pt", "ru", "zh", "ja")
THREADS, RUNS = 200, 10


def student(path, model):
    pieces = sentencepiece.SentencePieceProcessor(model_file=model)
    table = numpy.load(path)["table"]

    def encode(texts):
        texts = [[weighting.START] + ids[:weighting.LONGEST - 1] for ids in pieces.encode(texts)]
        rows = numpy.stack([weighting.of(ids) @ table[ids] for ids in texts])
        return rows / (numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    return encode


def command(words):
    def encode(texts):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/texts.jsonl", "w") as file:
                file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
            subprocess.run([*words[:1], "encode", f"{folder}/texts.jsonl", *words[1:], "--out", f"{folder}/out.npy"], check=True)
            return numpy.load(f"{folder}/out.npy")
    return encode


def agreement(vectors, labels):
    """Mean over ten runs of k-means, since one run differs from the next by some points."""
    groups = len(set(labels))
    runs = [KMeans(groups, n_init=4, random_state=seed).fit_predict(vectors) for seed in range(RUNS)]
    return round(100 * sum(v_measure_score(labels, found) for found in runs) / RUNS, 1)


def centred(vectors, languages):
    vectors, languages = vectors.copy(), numpy.array(languages)
    for language in set(languages):
        vectors[languages == language] -= vectors[languages == language].mean(axis=0)
    return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def first_hit(queries, candidates):
    return round(100 * float((numpy.argmax(queries @ candidates.T, axis=1) == numpy.arange(len(queries))).mean()), 1)


def threads(encode, data):
    """How often the nearest of 200 threads (mean of their other posts) is the reply's own."""
    posts = collections.defaultdict(list)
    for line in gzip.open(f"{data}/urho3d_forum/posts.jsonl.gz", "rt"):
        post = json.loads(line)
        text = sources.clean(post["text"])
        if len(text) >= 20:
            posts[post["topic_id"]].append((post["post_number"], text))
    chosen = sorted((t for t, found in posts.items() if len(found) >= 6), key=lambda t: hashlib.sha256(str(t).encode()).hexdigest())[:THREADS]
    own = [[text for _, text in sorted(posts[t])] for t in chosen]
    replies, others = encode([texts[-1] for texts in own]), encode([text for texts in own for text in texts[:-1]])
    ends = numpy.cumsum([len(texts) - 1 for texts in own])
    means = numpy.stack([part.mean(axis=0) for part in numpy.split(others, ends[:-1])])
    return first_hit(replies, means / numpy.linalg.norm(means, axis=1, keepdims=True))


def summarise(figures):
    other = [value for name, value in figures.items() if name.startswith("stsb ") and name != "stsb en, Spearman"]
    figures["stsb ten other languages, mean"] = round(float(numpy.mean(other)), 1)
    news = [value for name, value in figures.items() if name.startswith("ntrex128 ")]
    figures["ntrex128 all languages, mean"], figures["ntrex128 all languages, worst"] = round(float(numpy.mean(news)), 1), min(news)


def measure(encode, data, work):
    figures = collections.OrderedDict()
    rows = json.load(gzip.open(f"{data}/clinc150/data_full.json.gz", "rt"))["test"]
    figures["clinc150 test, V-measure"] = agreement(encode([t for t, _ in rows]), [l for _, l in rows])
    texts, labels, languages = [], [], []
    for name, file in sources.members(f"{data}/sib200/sib200.tar.gz", "train.tsv"):
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            texts.append(row["text"]), labels.append(row["category"]), languages.append(name.split("/")[-2])
    vectors = encode(texts)
    figures["sib200, V-measure"] = agreement(vectors, labels)
    figures["sib200 centred by language, V-measure"] = agreement(centred(vectors, languages), labels)
    for name, file in sources.members(f"{data}/stsb_multi/stsb_multi.tar.gz", "-dev.csv"):
        language = name.split("-")[-2]
        if language in SIMILARITY:
            rows = list(csv.reader(file))
            left, right = encode([r[0] for r in rows]), encode([r[1] for r in rows])
            figures[f"stsb {language}, Spearman"] = round(100 * spearmanr((left * right).sum(axis=1), [float(r[2]) for r in rows])[0], 1)
    held = collections.defaultdict(dict)
    for line in open(f"{work}/heldout.jsonl"):
        english, language, translation = json.loads(line)
        held[language].setdefault(english, translation)
    for language, found in sorted(held.items()):
        figures[f"tatoeba {language}, top-1"] = first_hit(encode(list(found.values())), encode(list(found)))
    news = {name.split(".")[-2]: file.read().split("\n") for name, file in sources.members(f"{data}/ntrex128/ntrex128.tar.gz", ".txt")}
    last = slice(1997 - sources.NTREX_HELD_OUT, 1997)
    english = encode(news["eng"][last])
    for code in sorted(sources.NTREX):
        figures[f"ntrex128 {sources.NTREX[code]}, top-1"] = first_hit(encode(news[code][last]), english)
    summarise(figures)
    figures["urho3d_forum, thread of a reply among 200, top-1"] = threads(encode, data)
    return figures


if __name__ == "__main__":
    data, work, *how = sys.argv[1:]
    print(json.dumps(measure(command(how[1:]) if how[0] == "--encode" else student(how[0], f"{work}/pieces.model"), data, work), indent=1))
