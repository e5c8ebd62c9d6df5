"""Step 10: writes model.json beside the shipped weights, with checksums, sources and figures.

    card.py OUT FIGURES.json VERSION
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import model_card

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
    model_card.write(out, {
        "name": out.rstrip("/").split("/")[-1], "kind": "encoder",
        "description": "Sentence encoder of this project: the weighted sum of 256 numbers for each piece of the text. Quick, many languages.",
        "files": ["encoder.onnx", "tokenizer.json"],
        "encoder": {"weights": "encoder.onnx", "tokenizer": "tokenizer.json", "maxTokens": 512, "pooling": "mean", "normalise": True,
                    "dimension": 256},
        "languages": "en de fr es it pt nl da sv cs sk pl ru uk ja zh ko vi id tr ar hi".split(),
        "trainedOn": SOURCES,
    }, figures, version)


main(*sys.argv[1:])
