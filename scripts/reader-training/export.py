"""Writes the reading model as two ONNX graphs: tables and the large products in 8-bit integers (rounding.py), the rest in 32-bit floats.

    export.py WORK/NAME OUT

pieces.onnx: input_ids and attention_mask (texts × pieces) to a summary of each text: `sums` and `maxima` over its pieces but the start sign, and
`first`, what the start sign sees. That of two texts one after the other is the sum, the maximum, and the first of theirs (Agarwal et al. 2012,
"Mergeable Summaries"), so a post is read out of its sentences and each piece once. Padding is zeroed before each layer and counts in no summary.
letters.bin: rows of four bytes for the runs of letters (runs.py), which the program adds up.
heads.onnx: summaries, and the `letters` of a text, to one output of logits per head (texts × labels).
"""
import shutil
import sys

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import pieces as vocabulary
import rounding
import trunk

ZERO = numpy.uint8(rounding.ZERO)
RUNTIME = "com.microsoft"  # ONNX Runtime's own operators: one of them does a product of bytes with its steps and bias in one go
FAR = 1e4  # below every number of the state
BOUND = 30  # of a query's score, the largest seen is 9: its exponential and sums of these stay finite


class Graph:
    """Collects nodes and constants; each method answers with the name of what it computes. Constants that learning goes on from have the names of
    the network's state (shipped.py reads them)."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def add(self, kind, *inputs, name=None, **attributes):
        self.count += 1
        name = name or f"{kind.lower()}{self.count}"
        self.nodes.append(helper.make_node(kind, [self.named(i) for i in inputs], [name], **attributes))
        return name

    def named(self, value, name=None):
        if isinstance(value, str):
            return value
        self.count += 1
        value, name = numpy.asarray(value), name or f"constant{self.count}"
        self.constants.append(numpy_helper.from_array(value.astype(numpy.float32) if value.dtype == numpy.float64 else value, name))
        return name

    def linear(self, state, weights, layer, name=None):
        weight, bias = weights[f"{layer}.weight"], weights[f"{layer}.bias"]
        product = self.add("MatMul", state, self.named(numpy.ascontiguousarray(weight.T), f"{layer}.weight"))
        return self.add("Add", product, self.named(bias, f"{layer}.bias"), name=name)

    def product(self, cells, weight, layer, inputs=1.0, bias=None):
        """Rows of bytes × weights in whole numbers, times the outputs' steps, and the bias: rows × outputs."""
        width, (whole, step) = weight.shape[1], rounding.whole_weights(torch.from_numpy(weight), inputs)
        weight = self.named(whole.numpy().astype(numpy.int8).T.copy(), f"{layer}.weight")
        step, bias = self.named(step.numpy()[:, 0], f"{layer}.step"), "" if bias is None else self.named(bias, f"{layer}.bias")
        rows = self.add("Reshape", cells, integers(-1, width))
        return self.add("MatMulIntegerToFloat", rows, weight, numpy.float32(1), step, ZERO, "", bias, domain=RUNTIME)

    def bytes_of(self, values, step, name=None):
        return self.add("QuantizeLinear", values, self.named(numpy.float32(step), name), ZERO)

    def lookup(self, table, ids, name):
        """Bytes of a table's rows, and their steps."""
        whole, step = rounding.by_row(table)
        cells = (whole + ZERO).astype(ZERO.dtype)
        return self.add("Gather", self.named(cells, name), ids), self.add("Gather", self.named(step.astype(numpy.float32), f"{name}.step"), ids)

    def numbers(self, table, ids, name):
        """A table's rows, of bytes with one step for all."""
        whole, step = rounding.evenly(table)
        return self.add("DequantizeLinear", self.add("Gather", self.named(whole.astype(numpy.int8), name), ids), self.named(numpy.float32(step), f"{name}.step"))


class Held:
    """Which places hold a piece: texts × pieces × 1 as true or false; and a piece that is not the start sign: texts × pieces and texts × 1 × pieces as numbers."""

    def __init__(self, graph):
        self.down = graph.add("Unsqueeze", graph.add("Cast", "attention_mask", to=TensorProto.BOOL), integers(2))
        held = graph.add("Cast", "attention_mask", to=TensorProto.FLOAT)
        self.flat = graph.add("Pad", graph.add("Slice", held, integers(1), integers(1 << 31), integers(1)), integers(0, 1, 0, 0))
        self.rest = graph.add("Unsqueeze", self.flat, integers(1))


def integers(*values):
    return numpy.array(values, numpy.int64)


def pair_ids(graph):
    """Number of each piece and the one before it, before it is taken modulo a table's size."""
    before = graph.add("Slice", graph.add("Pad", "input_ids", integers(0, 1, 0, 0)), integers(0), integers(-1), integers(1))
    return graph.add("Add", graph.add("Mul", before, integers(trunk.PAIRS[0])), graph.add("Mul", "input_ids", integers(trunk.PAIRS[1])))


def letters(graph, tables):
    """What the letters say (letters.py), out of the sums of the rows of their runs in letters.bin."""
    _, step = rounding.by_column(tables["letters"])
    sums = graph.add("Mul", "letters", graph.named(step.astype(numpy.float32), "letters.step"))
    beside, rare = columns(graph, sums, 0, len(step) - 1), columns(graph, sums, len(step) - 1, len(step))
    return graph.add("Div", beside, graph.add("Sqrt", graph.add("Max", rare, [1.0])))


def whole_text(graph, cells, step, held):
    """The sum of the pieces."""
    weights = graph.add("Mul", graph.add("Transpose", step, perm=[0, 2, 1]), held.rest)
    return graph.add("Squeeze", graph.add("MatMul", weights, graph.add("DequantizeLinear", cells, numpy.float32(1), ZERO)), integers(1))


def inward(graph, tables, weights, pairs):
    """State before the layers, the bytes of the pieces and their steps, and the shape of the state. The bias lies in the pairs (quantise.py)."""
    cells, step = graph.lookup(tables["table"], "input_ids", "table")
    shape = graph.add("Concat", graph.add("Shape", "input_ids"), integers(len(weights["inward.weight"])), axis=0)
    product = graph.add("Reshape", graph.product(cells, weights["inward.weight"], "inward"), shape)
    own = graph.numbers(tables["pairs"], graph.add("Mod", pairs, integers(len(tables["pairs"]))), "pairs")
    return graph.add("Add", graph.add("Mul", product, step), own), cells, step, shape


def convolve(graph, state, held, shape, number, weights, step):
    """Layer `number` sees a piece beside the ones `number` + 1 before and after it. Padding is zeroed in the bytes alone: its state is never looked at."""
    far, layer = number + 1, f"layers.{number}"
    cells = graph.add("Where", held.down, graph.bytes_of(state, step, f"{layer}.input"), ZERO)
    padded = graph.add("Pad", cells, integers(0, far, 0, 0, far, 0), ZERO)
    before = graph.add("Slice", padded, integers(0), integers(-2 * far), integers(1))
    after = graph.add("Slice", padded, integers(2 * far), integers(1 << 31), integers(1))
    weight, bias = weights[f"{layer}.weight"], weights[f"{layer}.bias"]
    product = graph.product(graph.add("Concat", before, cells, after, axis=2), weight, layer, step, bias)
    return graph.add("Add", state, graph.add("Reshape", graph.add("Relu", product), shape))


def pool(graph, state, held, weights):
    """Sums of the state by how much each query attends to a piece, those shares' sums, the maxima, and what belongs to the start sign alone."""
    queries = graph.named(numpy.ascontiguousarray(weights["queries.weight"].T), "queries.weight")
    shares = graph.add("Exp", graph.add("Clip", graph.add("MatMul", state, queries), numpy.float32(-BOUND), numpy.float32(BOUND)))
    held_shares = graph.add("Mul", graph.add("Transpose", shares, perm=[0, 2, 1]), held.rest)
    attended = graph.add("Flatten", graph.add("MatMul", held_shares, state), axis=1)
    away = graph.add("Mul", graph.add("Sub", held.flat, [1.0]), [FAR])
    highest = graph.add("ReduceMax", graph.add("Add", state, graph.add("Unsqueeze", away, integers(2))), axes=[1], keepdims=0, name="maxima")
    first = [graph.add("Squeeze", graph.add("Slice", values, integers(0), integers(1), integers(1)), integers(1)) for values in (state, shares)]
    graph.add("Concat", *first, axis=1, name="first")
    return attended, graph.add("ReduceSum", held_shares, integers(2), keepdims=0), highest


def feel(graph, hidden, weights, first):
    """The two views of emotion, mixed by how likely each one's set is (see Trunk)."""
    which = graph.add("Sigmoid", graph.linear(hidden, weights, "set"))
    apart = graph.add("Sub", graph.linear(hidden, weights, "second"), first)
    return graph.add("Add", first, graph.add("Mul", graph.add("Mul", which, graph.named(weights["shared"], "shared")), apart), name="emotion")


def hidden_layers(graph, pooled, weights, heads, steps):
    """The hidden layers of all heads in one product; each head's part by its name."""
    weight = numpy.concatenate([weights[f"hidden.{head}.weight"] for head in heads])
    bias = numpy.concatenate([weights[f"hidden.{head}.bias"] for head in heads])
    cells = graph.bytes_of(graph.add("Mul", pooled, graph.named(1 / steps.numpy(), "pooled.rates")), 1)
    every = graph.add("Relu", graph.product(cells, weight, "hidden", steps, bias))
    parts, first = {}, 0
    for head in heads:
        last = first + len(weights[f"hidden.{head}.bias"])
        parts[head], first = columns(graph, every, first, last), last
    return parts


def pieces_graph(tables, weights, steps):
    graph = Graph()
    held, pairs = Held(graph), pair_ids(graph)
    state, cells, step, shape = inward(graph, tables, weights, pairs)
    for number, own in enumerate(steps["layers"]):
        state = convolve(graph, state, held, shape, number, weights, own)
    attended, shares, _ = pool(graph, state, held, weights)
    graph.add("Concat", attended, shares, whole_text(graph, cells, step, held), axis=1, name="sums")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "pieces"]) for name in ("input_ids", "attention_mask")]
    return helper.make_graph(graph.nodes, "textseg-reader-pieces", inputs, summary(tables, weights), graph.constants)


def summary(tables, weights):
    """The numbers that are known of a text."""
    queries, width = weights["queries.weight"].shape
    sizes = {"sums": queries * width + queries + tables["table"].shape[1], "maxima": width, "first": width + queries}
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["texts", size]) for name, size in sizes.items()]


def start_sign(tables):
    """What the start sign adds to the pieces' sum."""
    whole, step = rounding.by_row(tables["table"])
    return (whole * step)[vocabulary.START].astype(numpy.float32)


def columns(graph, table, first, last):
    return graph.add("Slice", table, integers(first), integers(last), integers(1))


def pooled_of(graph, tables, weights):
    """The pooled numbers of a text out of its summary."""
    queries, width = weights["queries.weight"].shape
    cut = [0, queries * width, queries * width + queries, queries * width + queries + tables["table"].shape[1]]
    attended, shares, total = (columns(graph, "sums", first, last) for first, last in zip(cut, cut[1:]))
    state, share = columns(graph, "first", 0, width), columns(graph, "first", width, width + queries)
    own = graph.add("Mul", graph.add("Unsqueeze", share, integers(2)), graph.add("Unsqueeze", state, integers(1)))
    attended = graph.add("Add", graph.add("Reshape", attended, integers(-1, queries, width)), own)
    attended = graph.add("Flatten", graph.add("Div", attended, graph.add("Unsqueeze", graph.add("Add", shares, share), integers(2))), axis=1)
    total = graph.add("Add", total, start_sign(tables))
    length = graph.add("Max", graph.add("ReduceL2", total, axes=[1], keepdims=1), [1e-6])
    whole = graph.add("Mul", graph.add("Div", total, length), [trunk.WHOLE])
    return graph.add("Concat", attended, graph.add("Max", "maxima", state), whole, axis=1)


def heads_graph(tables, weights, heads, steps):
    graph = Graph()
    pooled, beside = pooled_of(graph, tables, weights), letters(graph, tables)
    given = []
    for head, hidden in hidden_layers(graph, pooled, weights, heads, steps["pooled"]).items():
        given.append(graph.linear(hidden, weights, f"heads.{head}", name=head if head in ("intent", "urgency") else None))
        if head == "sentiment":
            given[-1] = graph.add("Add", given[-1], beside, name=head)
        if head == "emotion":
            given[-1] = feel(graph, hidden, weights, given[-1])
    graph.add("MatMul", graph.add("Concat", *given, axis=1), graph.named(weights["mix"], "mix"), name="frustration")
    outputs = [helper.make_tensor_value_info(head, TensorProto.FLOAT, ["texts", size]) for head, size in heads.items()]
    inputs = [*summary(tables, weights), helper.make_tensor_value_info("letters", TensorProto.FLOAT, ["texts", tables["letters"].shape[1]])]
    return helper.make_graph(graph.nodes, "textseg-reader-heads", inputs, outputs, graph.constants)


def write(graph, path):
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13), helper.make_opsetid(RUNTIME, 1)])
    model.ir_version, model.producer_name = 8, "textseg"
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main(trained, encoder, out):
    saved, tables = torch.load(f"{trained}.pt"), dict(numpy.load(f"{trained}.npz"))
    weights = {name: tensor.numpy() for name, tensor in saved["state"].items()}
    write(pieces_graph(tables, weights, saved["steps"]), f"{out}/pieces.onnx")
    write(heads_graph(tables, weights, saved["heads"], saved["steps"]), f"{out}/heads.onnx")
    rounding.by_column(tables["letters"])[0].astype(numpy.int8).tofile(f"{out}/letters.bin")
    shutil.copy(f"{encoder}/tokenizer.json", f"{out}/tokenizer.json")


if __name__ == "__main__":
    main(*sys.argv[1:])
