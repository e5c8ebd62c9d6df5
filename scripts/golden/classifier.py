#!/usr/bin/python3
"""Writes a tiny classifier for tests (tests/TextSeg.Testing/SmallClassifier) and what it must answer, reckoned with numpy.

Run: scripts/golden/classifier.py      Needs Debian's python3-onnx and python3-numpy.
A text's numbers are the sums of its words' invented weights; that is enough to test everything but the quality of a model.
"""
import hashlib
import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests/TextSeg.Testing/SmallClassifier"
HEADS = [
    {"name": "sentiment", "output": "mood", "labels": ["negative", "neutral", "positive"], "activation": "softmax",
     "scale": [1.2, 1.2, 1.2], "shift": [0, 0.4, 0], "unsureBelow": 0.5},
    {"name": "emotion", "labels": ["anger", "joy", "neutral"], "activation": "sigmoid",
     "scale": [1, 1.5, 1], "shift": [-1, -1, -0.5], "thresholds": [0.5, 0.5, 0.45], "unsureBelow": 0.3},
    {"name": "intent", "labels": ["ask-for-help", "report-problem", "praise"], "activation": "softmax", "unsureBelow": 0.45},
    {"name": "urgency", "labels": ["calm", "normal", "urgent"], "activation": "softmax", "shift": [0, 1, 0], "unsureBelow": 0.4},
    {"name": "frustration", "labels": ["frustration"], "activation": "sigmoid", "scale": [1], "shift": [-2],
     "signs": {"still": 0.8, "waiting": 0.8, "again": 0.6, "shouting": 0.5, "repetition": 0.5, "escalation": 1.0}},
]
# weight by word and label; labels that two heads share are told apart by the head's first letter
WORDS = {
    "good": {"positive": 2, "joy": 1.5, "praise": 1}, "great": {"positive": 3, "joy": 2.5, "praise": 2}, "love": {"positive": 3, "joy": 3, "praise": 2},
    "thanks": {"positive": 1.5, "joy": 1, "praise": 2}, "bad": {"negative": 2.5, "anger": 1.5, "report-problem": 1}, "terrible": {"negative": 4, "anger": 3, "frustration": 2},
    "broken": {"negative": 2.5, "report-problem": 3, "frustration": 1}, "crashes": {"negative": 2, "report-problem": 3, "frustration": 1},
    "not": {"negative": 1}, "how": {"ask-for-help": 2}, "help": {"ask-for-help": 3}, "urgent": {"urgent": 3}, "now": {"urgent": 2}, "please": {"ask-for-help": 1},
    "whenever": {"calm": 3}, "still": {"frustration": 1, "negative": 1}, "schlecht": {"negative": 3, "anger": 2}, "gut": {"positive": 2.5, "joy": 2},
    "the": {}, "it": {}, "is": {}, "app": {}, "a": {}, "my": {}, "i": {}, "to": {}, "and": {}, "today": {"neutral": 1}, "meeting": {"neutral": 2, "e:neutral": 3},
}
TEXTS = ["I love it", "the app is broken and it crashes", "meeting today", "please help", "", "zzz", "good bad", "terrible terrible still broken urgent now", "schlecht", "gut"]


def columns():
    return [(head["name"], label) for head in HEADS for label in head["labels"]]


def table():
    rows = np.zeros((len(WORDS) + 1, len(columns())), dtype=np.float32)
    for row, weights in enumerate(WORDS.values(), 1):
        for at, (head, label) in enumerate(columns()):
            rows[row, at] = weights.get(f"{head[0]}:{label}", weights.get(label, 0) if head != "emotion" or label != "neutral" else 0)
    return rows


def write_graph(rows):
    sizes = [len(head["labels"]) for head in HEADS]
    outputs = [head.get("output", head["name"]) for head in HEADS]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["words"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
        helper.make_node("Mul", ["words", "column"], ["real"]),
        helper.make_node("ReduceSum", ["real", "second"], ["sums"], keepdims=0),
        helper.make_node("Split", ["sums", "sizes"], outputs, axis=1),
    ]
    constants = {"table": rows, "last": np.array([2]), "second": np.array([1]), "sizes": np.array(sizes)}
    graph = helper.make_graph(
        nodes, "small",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", size]) for name, size in zip(outputs, sizes)],
        [numpy_helper.from_array(value, name) for name, value in constants.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8, producer_name="")
    onnx.checker.check_model(model)
    (FOLDER / "reader.onnx").write_bytes(model.SerializeToString())


def write_tokenizer():
    vocabulary = {"[UNK]": 0, **{word: at for at, word in enumerate(WORDS, 1)}}
    content = {"version": "1.0", "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
               "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"}}
    (FOLDER / "tokenizer.json").write_text(json.dumps(content) + "\n")


def write_card():
    files = [{"path": name, "sha256": hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()} for name in ("reader.onnx", "tokenizer.json")]
    card = {"name": "small-classifier", "kind": "classifier", "description": "A tiny classifier for tests.", "licence": "MIT", "files": files,
            "classifier": {"weights": "reader.onnx", "tokenizer": "tokenizer.json", "maxTokens": 16, "heads": HEADS}}
    (FOLDER / "model.json").write_text(json.dumps(card, indent=2) + "\n")


def answers(rows):
    ids = {word: at for at, word in enumerate(WORDS, 1)}
    for text in TEXTS:
        sums = rows[[ids.get(word, 0) for word in text.lower().split()] or [0]].astype(np.float64).sum(axis=0)
        heads, at = {}, 0
        for head in HEADS:
            size = len(head["labels"])
            values = sums[at:at + size] * np.array(head.get("scale", [1] * size)) + np.array(head.get("shift", [0] * size))
            odds = np.exp(values)
            heads[head["name"]] = np.round(odds / odds.sum() if head["activation"] == "softmax" else odds / (1 + odds), 6).tolist()
            at += size
        yield {"text": text, "heads": heads}


def main():
    FOLDER.mkdir(exist_ok=True)
    rows = table()
    write_graph(rows)
    write_tokenizer()
    write_card()
    (FOLDER / "answers.json").write_text("[\n" + ",\n".join(json.dumps(answer) for answer in answers(rows)) + "\n]\n")


if __name__ == "__main__":
    main()
