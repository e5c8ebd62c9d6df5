"""Step 9: writes the student as ONNX: each piece's row of the table, in 8-bit integers, times its scale.

The sum over the pieces is the program's own mean pooling, which adds them one after the other: so a text's vector does not depend
on the texts beside it, to the last bit (ReduceSum adds in another order for other shapes).

    export.py WORK/final.npz OUT
"""
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper


def quantise(table):
    scale = numpy.maximum(numpy.abs(table).max(axis=1), 1e-12) / 127
    return numpy.rint(table / scale[:, None]).astype(numpy.int8), scale.astype(numpy.float32)


def graph(table):
    cells, scale = quantise(table)
    constants = [numpy_helper.from_array(cells, "pieces"), numpy_helper.from_array(scale[:, None], "scales")]
    nodes = [
        helper.make_node("Gather", ["pieces", "input_ids"], ["cells"]),
        helper.make_node("Gather", ["scales", "input_ids"], ["scale"]),
        helper.make_node("Cast", ["cells"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["numbers", "scale"], ["token_embeddings"]),
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
