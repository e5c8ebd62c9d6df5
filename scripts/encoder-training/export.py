"""Step 9: writes the student as ONNX: each piece's row of the table, in 8-bit integers, times its scale and the weight of its place.

The sum over the pieces is the program's own mean pooling, which adds them one after the other: so a text's vector does not depend
on the texts beside it, to the last bit (ReduceSum adds in another order for other shapes).

    export.py WORK/final.npz OUT
"""
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

import weighting


def quantise(table):
    scale = numpy.maximum(numpy.abs(table).max(axis=1), 1e-12) / 127
    return numpy.rint(table / scale[:, None]).astype(numpy.int8), scale.astype(numpy.float32)


def place_weights():
    """Nodes that compute "weights" (texts × tokens × 1) as weighting.of does, with their constants. Counts are whole numbers, so they do not depend
    on the width of a batch; the mark of a text's begin counts as one, for padding looks like it."""
    constants = {"by_place": weighting.by_place(), "power": numpy.float32(weighting.REPEATED - 1), "one": numpy.float32(1),
                 "start": numpy.int64(weighting.START), "first": numpy.array([0]), "second": numpy.array([1]), "third": numpy.array([2])}
    nodes = [
        helper.make_node("Unsqueeze", ["input_ids", "second"], ["across"]),
        helper.make_node("Unsqueeze", ["input_ids", "third"], ["down"]),
        helper.make_node("Equal", ["across", "down"], ["same"]),
        helper.make_node("Cast", ["same"], ["ones"], to=TensorProto.FLOAT),
        helper.make_node("ReduceSum", ["ones", "third"], ["counts"]),
        helper.make_node("Pow", ["counts", "power"], ["repeated"]),
        helper.make_node("Equal", ["down", "start"], ["is_start"]),
        helper.make_node("Where", ["is_start", "one", "repeated"], ["rarity"]),
        helper.make_node("Shape", ["input_ids"], ["shape"]),
        helper.make_node("Slice", ["shape", "second", "third"], ["width"]),
        helper.make_node("Slice", ["by_place", "first", "width"], ["fading"]),
        helper.make_node("Unsqueeze", ["fading", "second"], ["place"]),
        helper.make_node("Mul", ["rarity", "place"], ["weights"]),
    ]
    return nodes, [numpy_helper.from_array(numpy.asarray(value), name) for name, value in constants.items()]


def graph(table):
    cells, scale = quantise(table)
    weighting_nodes, constants = place_weights()
    constants += [numpy_helper.from_array(cells, "pieces"), numpy_helper.from_array(scale[:, None], "scales")]
    nodes = weighting_nodes + [
        helper.make_node("Gather", ["pieces", "input_ids"], ["cells"]),
        helper.make_node("Gather", ["scales", "input_ids"], ["scale"]),
        helper.make_node("Cast", ["cells"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["numbers", "scale"], ["values"]),
        helper.make_node("Mul", ["values", "weights"], ["token_embeddings"]),
    ]
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["texts", "tokens"])
    out = helper.make_tensor_value_info("token_embeddings", TensorProto.FLOAT, ["texts", "tokens", table.shape[1]])
    return helper.make_graph(nodes, "static-encoder", [ids], [out], constants)


def main(student, out):
    model = helper.make_model(graph(numpy.load(student)["table"]), opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version, model.producer_name = 8, "textseg"
    onnx.checker.check_model(model)
    onnx.save(model, f"{out}/encoder.onnx")


main(*sys.argv[1:])
