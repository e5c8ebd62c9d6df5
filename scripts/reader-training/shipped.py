"""Reads a shipped model back, so that learning goes on from it: the reverse of export.py.

    shipped.py READER.onnx WORK/NAME      writes WORK/NAME.npz and WORK/NAME.pt

Tables come back as they were rounded. What export.py leaves out (the teachers' heads) begins anew.
"""
import sys

import numpy
import onnx
import torch
from onnx import numpy_helper

import texts as training

TABLES = ("table", "pairs", "wide", "wide_pairs")  # in the order of the graph's look-ups


def layers(heads):
    """Names of the linear layers in the order of the graph."""
    yield from ("inward", "layers.0", "layers.1", "queries")
    for head in heads:
        yield f"hidden.{head}"
        yield f"heads.{head}"
        if head == "emotion":
            yield from ("set", "second")


def read(path):
    graph = onnx.load(path).graph
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    by_input = {name: node for node in graph.node for name in node.input}
    linear, cells, scales = [], [], []
    for node in graph.node:
        given = [constants[name] for name in node.input if name in constants]
        after = by_input.get(node.output[0])
        if node.op_type == "MatMul" and given and after is not None and after.op_type == "Add":
            linear.append((given[0].T.copy(), next(constants[name] for name in after.input if name in constants)))
        elif node.op_type == "Gather":
            (cells if given[0].dtype == numpy.int8 else scales).append(given[0])
        elif node.op_type == "Mul" and given and given[0].shape == (1,) and given[0].dtype == numpy.float32 and len(cells) > len(scales):
            scales.append(given[0])
        elif node.op_type == "MatMul" and node.output[0] == "frustration":
            mix = given[0]
        elif node.op_type == "Mul" and given and given[0].shape == (len(training.HEADS["emotion"]),):
            shared = given[0]
    return linear, [one.astype(numpy.float32) * scale for one, scale in zip(cells, scales)], {"mix": mix, "shared": shared}


def main(path, trained):
    heads = {head: len(labels) for head, labels in training.HEADS.items()}
    linear, tables, state = read(path)
    for name, (weight, bias) in zip(layers(heads), linear, strict=True):
        state[f"{name}.weight"], state[f"{name}.bias"] = weight, bias
    numpy.savez(f"{trained}.npz", **dict(zip(TABLES, tables)))
    torch.save({"state": {name: torch.from_numpy(numpy.array(values)) for name, values in state.items()}, "heads": heads}, f"{trained}.pt")


main(*sys.argv[1:])
