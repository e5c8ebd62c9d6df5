"""Step 10: writes model.json beside the shipped weights, with checksums, sources and figures.

    card.py OUT FIGURES.json VERSION
"""
import hashlib
import json
import sys

SOURCES = [
    ("all-MiniLM-L6-v2 (Sentence Transformers)", "Apache-2.0", "first teacher"),
    ("multilingual-e5-small (Microsoft)", "MIT", "second teacher and first values of the pieces"),
    ("CLINC150, train and validation", "CC-BY-3.0", "text"),
    ("MultiDoGO, train", "CDLA-Permissive-1.0", "text"),
    ("GoEmotions, train", "CC-BY-4.0", "text"),
    ("BRIGHTER emotions, train", "CC-BY-4.0", "text"),
    ("Tatoeba pairs by Anki (de fr es nl ja vi zh)", "CC-BY-2.0-FR", "parallel text"),
    ("NTREX-128, first 1,497 lines of 20 languages", "CC-BY-SA-4.0", "parallel text"),
    ("Airbnb Singapore reviews", "CC-BY-4.0", "text"),
    ("Women's clothing reviews", "CC0-1.0", "text"),
    ("Endava IT tickets", "MIT", "text"),
    ("Senti4SD, Stack Overflow, train", "MIT", "text"),
    ("XLM-T sentiment, train", "Apache-2.0", "text"),
    ("Multilingual sentiment, train", "Apache-2.0", "text"),
    ("Churn intent, English", "CC-BY-SA-3.0", "text"),
    ("WordNet 3.0, glosses and examples (Debian wordnet-base)", "WordNet licence", "text"),
    ("Debian 12 package descriptions and their translations", "as their packages and the Debian description translation project", "parallel text"),
]


def main(out, figures, version):
    digest = lambda name: hashlib.sha256(open(f"{out}/{name}", "rb").read()).hexdigest()
    card = {
        "name": out.rstrip("/").split("/")[-1], "kind": "encoder", "version": int(version), "default": True,
        "description": "Sentence encoder of this project: the weighted sum of 256 numbers for each piece of the text. Quick, many languages.",
        "files": [{"path": name, "sha256": digest(name)} for name in ("encoder.onnx", "tokenizer.json")],
        "encoder": {"weights": "encoder.onnx", "tokenizer": "tokenizer.json", "maxTokens": 512, "pooling": "mean", "normalise": True,
                    "dimension": 256},
        "licence": "CC-BY-SA-4.0",
        "languages": "en de fr es it pt nl da sv cs sk pl ru uk ja zh ko vi id tr ar hi".split(),
        "trainedOn": [dict(zip(("set", "licence", "use"), source)) for source in SOURCES],
        "figures": json.load(open(figures)),
    }
    with open(f"{out}/model.json", "w") as file:
        json.dump(card, file, ensure_ascii=False, indent=2)
        file.write("\n")


main(*sys.argv[1:])
