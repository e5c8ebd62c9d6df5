"""Writes the card of the reading model: OUT/model.json.

    card.py OUT WORK/NAME.heads.json WORK/NAME.figures.json VERSION
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import model_card

import runs

SOURCES = [
    ("textseg-static-256", "CC-BY-SA-4.0", "pieces and their first vectors"),
    ("multilingual-e5-small (Microsoft)", "MIT", "teacher of the hidden layer and of softened sentiment, thrown away"),
    ("all-MiniLM-L6-v2 (Sentence Transformers)", "Apache-2.0", "teacher of the hidden layer, thrown away"),
    ("GoEmotions, train", "CC-BY-4.0", "emotion, sentiment, frustration and intent"),
    ("BRIGHTER emotions, train of track A", "CC-BY-4.0", "emotion, sentiment and frustration"),
    ("XLM-T sentiment, train", "Apache-2.0", "sentiment and frustration"),
    ("Multilingual sentiment, train, and 70 % of validation in Chinese and Japanese", "Apache-2.0", "sentiment, frustration and intent"),
    ("Senti4SD, Stack Overflow, train", "MIT", "sentiment, frustration and intent"),
    ("Women's clothing reviews", "CC0-1.0", "sentiment, frustration and intent by stars"),
    ("MultiDoGO", "CDLA-Permissive-1.0", "intent"),
    ("CLINC150, train and validation", "CC-BY-3.0", "intent"),
    ("Churn intent", "CC-BY-SA-3.0", "intent"),
    ("Endava IT tickets", "MIT", "intent and urgency"),
    ("Tatoeba pairs by Anki", "CC-BY-2.0-FR", "feelings of the English side for its translation; plain sentences; text without labels for the teacher"),
    ("NTREX-128, first 1,497 lines", "CC-BY-SA-4.0", "the same"),
    ("Airbnb Singapore reviews", "CC-BY-4.0", "text without labels for the teacher"),
    ("Debian 12 package descriptions, translations", "as their packages and the Debian description translation project", "the same"),
    ("WordNet 3.0, glosses and examples (Debian wordnet-base)", "WordNet licence", "plain sentences"),
    ("templates and grammars of this project", "CC-BY-SA-4.0", "every head: feelings, negation, contrast, sarcasm, quotes, intents, urgency"),
    ("invented posts of this project, written by a large language model", "CC-BY-SA-4.0", "emotion, frustration, intent and urgency; text for the teacher's sentiment"),
]
LANGUAGES = ("en de fr es it pt nl ar hi id ms zh ja ru uk ro sv af am arq ary ha ig rw mr om pcm so su sw tt ti vmw yo").split()


def main(out, heads, figures, version):
    model_card.write(out, {
        "name": "textseg-reader", "kind": "classifier",
        "description": "Reads sentiment, emotions, frustration, intent and urgency of a post. Pieces, light convolutions, many languages.",
        "files": ["pieces.onnx", "heads.onnx", "letters.bin", "tokenizer.json"],
        "classifier": {"summary": "pieces.onnx", "weights": "heads.onnx", "tokenizer": "tokenizer.json", "maxTokens": 256,
                       "letters": {"table": "letters.bin", "longest": runs.LONGEST}, "heads": json.load(open(heads))},
        "languages": LANGUAGES,
        "trainedOn": SOURCES,
    }, figures, version)


main(*sys.argv[1:])
