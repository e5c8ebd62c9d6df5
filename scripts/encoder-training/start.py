"""Step 5: each piece's first vector, from the multilingual teacher's own piece vectors.

A piece that the teacher knows takes its vector; another takes the mean of the teacher's pieces that spell it. The vectors are
centred and turned onto their first 256 principal components.
"""
import json

import numpy
import onnx
from onnx import numpy_helper

DIMENSION = 256


def teacher_pieces(folder, weights="model_int8.onnx"):
    """The teacher's pieces with their ids, and its table in full precision."""
    vocabulary = {piece: i for i, (piece, _) in enumerate(json.load(open(f"{folder}/tokenizer.json"))["model"]["vocab"])}
    tensors = {t.name: t for t in onnx.load(f"{folder}/{weights}").graph.initializer}
    name = next(n for n in tensors if "word_embeddings.weight" in n and tensors[n].dims[0:1] and tensors[n].dims[0] >= len(vocabulary))
    table = numpy_helper.to_array(tensors[name]).astype(numpy.float32)
    if name.endswith("_quantized"):
        stem = name[: -len("_quantized")]
        table = (table - numpy_helper.to_array(tensors[stem + "_zero_point"])) * numpy_helper.to_array(tensors[stem + "_scale"])
    return vocabulary, table


def spell(piece, vocabulary):
    """The longest known pieces from left to right."""
    ids = []
    while piece:
        end = next((e for e in range(len(piece), 0, -1) if piece[:e] in vocabulary), 0)
        ids += [vocabulary[piece[:end]]] if end else []
        piece = piece[max(end, 1):]
    return ids


def piece_vectors(pieces, folder):
    """pieces × 256: scaled so that a vector has length 1 on average; special pieces are zero."""
    vocabulary, table = teacher_pieces(folder)
    rows = numpy.zeros((len(pieces), table.shape[1]), numpy.float32)
    exact = 0
    for i, piece in enumerate(pieces[2:], 2):
        bare = piece.lstrip("\u2581")
        forms = (piece, "\u2581" + bare.capitalize() if piece != bare else bare.capitalize(), piece.upper())
        known = next((vocabulary[f] for f in forms if f in vocabulary), None)
        ids = [known] if known is not None else spell(piece, vocabulary)
        exact += known is not None
        rows[i] = table[ids].mean(axis=0) if ids else 0
    print(f"pieces the teacher knows: {exact} of {len(pieces)}")
    rows[2:] -= rows[2:].mean(axis=0)
    _, vectors = numpy.linalg.eigh(rows[2:].T @ rows[2:])
    rows = rows @ vectors[:, ::-1][:, :DIMENSION]
    rows[:2] = 0
    return rows / numpy.linalg.norm(rows[2:], axis=1).mean()
