"""Writes the reading model as ONNX: tables in 8-bit integers with a scale per row, the rest in 32-bit floats.

    export.py WORK/NAME OUT

Inputs input_ids and attention_mask (texts × pieces), one output of logits per head (texts × labels). Padding is zeroed before each
layer and counts in neither pooling.
"""
import shutil
import sys

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import reader
import trunk

FAR = 1e4  # below every score and every number of the state


class Graph:
    """Collects nodes and constants; each method answers with the name of what it computes."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def add(self, kind, *inputs, name=None, **attributes):
        self.count += 1
        name = name or f"{kind.lower()}{self.count}"
        self.nodes.append(helper.make_node(kind, [self.named(i) for i in inputs], [name], **attributes))
        return name

    def named(self, value):
        if isinstance(value, str):
            return value
        self.count += 1
        value = numpy.asarray(value)
        self.constants.append(numpy_helper.from_array(value.astype(numpy.float32) if value.dtype == numpy.float64 else value, f"constant{self.count}"))
        return f"constant{self.count}"

    def linear(self, state, weight, bias, name=None):
        return self.add("Add", self.add("MatMul", state, numpy.ascontiguousarray(weight.T)), bias, name=name)

    def lookup(self, table, ids):
        scale = numpy.maximum(numpy.abs(table).max(axis=1, keepdims=True), 1e-12) / 127
        cells = numpy.rint(table / scale).astype(numpy.int8)
        numbers = self.add("Cast", self.add("Gather", cells, ids), to=TensorProto.FLOAT)
        return self.add("Mul", numbers, self.add("Gather", scale.astype(numpy.float32), ids))


def integers(*values):
    return numpy.array(values, numpy.int64)


def pair_ids(graph, size):
    before = graph.add("Slice", graph.add("Pad", "input_ids", integers(0, 1, 0, 0)), integers(0), integers(-1), integers(1))
    mixed = graph.add("Add", graph.add("Mul", before, integers(trunk.PAIRS[0])), graph.add("Mul", "input_ids", integers(trunk.PAIRS[1])))
    return graph.add("Mod", mixed, integers(size))


def wide(graph, tables, held):
    """The wide part of the sentiment, in eight-bit numbers with one step for a table (see Reader.beside)."""
    parts = []
    for name, ids in (("wide", "input_ids"), ("wide_pairs", pair_ids(graph, len(tables["wide_pairs"])))):
        step = reader.step_of(tables[name])
        cells = numpy.clip(numpy.rint(tables[name] / step), -127, 127).astype(numpy.int8)
        parts.append(graph.add("Mul", graph.add("Cast", graph.add("Gather", cells, ids), to=TensorProto.FLOAT), [step]))
    total = graph.add("ReduceSum", graph.add("Mul", graph.add("Add", *parts), held), integers(1), keepdims=0)
    return graph.add("Div", total, graph.add("Sqrt", graph.add("ReduceSum", held, integers(1), keepdims=0)))


def whole_text(graph, vectors, held):
    """The sum of the pieces at one length."""
    total = graph.add("ReduceSum", graph.add("Mul", vectors, held), integers(1), keepdims=0)
    length = graph.add("Max", graph.add("ReduceL2", total, axes=[1], keepdims=1), [1e-6])
    return graph.add("Mul", graph.add("Div", total, length), [trunk.WHOLE])


def convolve(graph, state, held, step, weight, bias):
    padded = graph.add("Pad", state, integers(0, step, 0, 0, step, 0))
    before = graph.add("Slice", padded, integers(0), integers(-2 * step), integers(1))
    after = graph.add("Slice", padded, integers(2 * step), integers(1 << 31), integers(1))
    moved = graph.add("Relu", graph.linear(graph.add("Concat", before, state, after, axis=2), weight, bias))
    return graph.add("Add", state, graph.add("Mul", moved, held))


def pool(graph, state, held, weights):
    away = graph.add("Mul", graph.add("Sub", held, [1.0]), [FAR])
    scores = graph.add("Add", graph.add("Mul", graph.linear(state, weights["queries.weight"], weights["queries.bias"]), held), away)
    shares = graph.add("Transpose", graph.add("Softmax", scores, axis=1), perm=[0, 2, 1])
    attended = graph.add("Flatten", graph.add("MatMul", shares, state), axis=1)
    highest = graph.add("ReduceMax", graph.add("Add", state, away), axes=[1], keepdims=0)
    return graph.add("Concat", attended, highest, axis=1)


def feel(graph, hidden, weights, first):
    """The two views of emotion, mixed by how likely each one's set is (see Trunk)."""
    which = graph.add("Sigmoid", graph.linear(hidden, weights["set.weight"], weights["set.bias"]))
    apart = graph.add("Sub", graph.linear(hidden, weights["second.weight"], weights["second.bias"]), first)
    return graph.add("Add", first, graph.add("Mul", graph.add("Mul", which, weights["shared"]), apart), name="emotion")


def build(tables, weights, heads):
    graph = Graph()
    held = graph.add("Unsqueeze", graph.add("Cast", "attention_mask", to=TensorProto.FLOAT), integers(2))
    vectors = graph.lookup(tables["table"], "input_ids")
    state = graph.linear(vectors, weights["inward.weight"], weights["inward.bias"])
    if len(tables["pairs"]):
        state = graph.add("Add", state, graph.lookup(tables["pairs"], pair_ids(graph, len(tables["pairs"]))))
    state = graph.add("Mul", state, held)
    layers = sum(name.startswith("layers.") for name in weights) // 2
    for number in range(layers):
        state = convolve(graph, state, held, number + 1, weights[f"layers.{number}.weight"], weights[f"layers.{number}.bias"])
    pooled, given = graph.add("Concat", pool(graph, state, held, weights), whole_text(graph, vectors, held), axis=1), []
    for head in heads:
        hidden = graph.add("Relu", graph.linear(pooled, weights[f"hidden.{head}.weight"], weights[f"hidden.{head}.bias"]))
        given.append(graph.linear(hidden, weights[f"heads.{head}.weight"], weights[f"heads.{head}.bias"],
                                  name=head if head in ("intent", "urgency") else None))
        if head == "sentiment":
            given[-1] = graph.add("Add", given[-1], wide(graph, tables, held), name=head)
        if head == "emotion":
            given[-1] = feel(graph, hidden, weights, given[-1])
    graph.add("MatMul", graph.add("Concat", *given, axis=1), weights["mix"], name="frustration")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "pieces"]) for name in ("input_ids", "attention_mask")]
    outputs = [helper.make_tensor_value_info(head, TensorProto.FLOAT, ["texts", size]) for head, size in heads.items()]
    return helper.make_graph(graph.nodes, "textseg-reader", inputs, outputs, graph.constants)


def main(trained, encoder, out):
    saved = torch.load(f"{trained}.pt")
    weights = {name: tensor.numpy() for name, tensor in saved["state"].items()}
    graph = build(numpy.load(f"{trained}.npz"), weights, saved["heads"])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version, model.producer_name = 8, "textseg"
    onnx.checker.check_model(model)
    onnx.save(model, f"{out}/reader.onnx")
    shutil.copy(f"{encoder}/tokenizer.json", f"{out}/tokenizer.json")


if __name__ == "__main__":
    main(*sys.argv[1:])
