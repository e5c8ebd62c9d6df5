"""The pieces of the shipped encoder: its tokenizer as SentencePiece reads it, and its vectors as first values.

tokenizer.json holds the unigram vocabulary and the compiled character map; both go back into a SentencePiece model, which reads a million
texts in a minute.
"""
import base64
import json

import numpy
import onnx
import sentencepiece
from onnx import numpy_helper
from sentencepiece import sentencepiece_model_pb2 as model_pb2

START, UNKNOWN = 0, 1


def processor(tokenizer):
    """The SentencePiece processor of a tokenizer.json that encoder-training/vocabulary.py wrote."""
    described = json.load(open(tokenizer))
    proto = model_pb2.ModelProto()
    for number, (piece, score) in enumerate(described["model"]["vocab"]):
        kind = {START: 3, UNKNOWN: 2}.get(number, 1)  # control, unknown, normal
        proto.pieces.add(piece=piece, score=score, type=kind)
    proto.trainer_spec.model_type = 1
    proto.trainer_spec.unk_id, proto.trainer_spec.bos_id, proto.trainer_spec.eos_id, proto.trainer_spec.pad_id = UNKNOWN, START, -1, -1
    proto.normalizer_spec.name = "nmt_nfkc_cf"
    proto.normalizer_spec.precompiled_charsmap = base64.b64decode(described["normalizer"]["normalizers"][0]["precompiled_charsmap"])
    return sentencepiece.SentencePieceProcessor(model_proto=proto.SerializeToString())


def first_vectors(encoder, dimension):
    """pieces × dimension: the encoder's vectors on their first principal components. Its frequent pieces are short because it sums;
    here they are as long as others to the power of a quarter."""
    tensors = {t.name: numpy_helper.to_array(t) for t in onnx.load(f"{encoder}/encoder.onnx").graph.initializer}
    table = tensors["pieces"].astype(numpy.float32) * tensors["scales"].reshape(-1, 1)
    length = numpy.linalg.norm(table, axis=1, keepdims=True)
    table = table / numpy.maximum(length, 1e-9) * (length / length.mean()) ** 0.25
    values, axes = numpy.linalg.eigh(table.T @ table / len(table))
    table = table @ axes[:, ::-1][:, :dimension]
    return (table / table.std()).astype(numpy.float32) * 0.3
