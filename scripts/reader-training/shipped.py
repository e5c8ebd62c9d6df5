"""Reads a shipped model back, so that learning goes on from it: the reverse of export.py.

    shipped.py FOLDER WORK/NAME      writes WORK/NAME.npz and WORK/NAME.pt

Tables come back as they were rounded. What export.py leaves out (the teachers' heads) begins anew.
"""
import sys

import numpy
import onnx
import torch
from onnx import numpy_helper

import rounding
import texts as training

TABLES = ("table", "pairs")


def numbers(cells, step):
    return (cells.astype(numpy.float32) - (rounding.ZERO if cells.dtype == numpy.uint8 else 0)) * step


def read(folder):
    """Tables and state of the network, by the names that export.py gave the graphs' constants."""
    named = {tensor.name: numpy_helper.to_array(tensor) for file in ("heads", "pieces") for tensor in onnx.load(f"{folder}/{file}.onnx").graph.initializer}
    tables = {name: numbers(named[name], named[f"{name}.step"]) for name in TABLES}
    step = named["letters.step"]
    tables["letters"] = numpy.fromfile(f"{folder}/letters.bin", numpy.int8).reshape(-1, len(step)) * step
    state = {name: values for name, values in named.items() if name in ("mix", "shared") or name.endswith(".bias")}
    for name in [name for name in named if name.endswith(".weight")]:
        layer = name[:-len(".weight")]
        weight = numbers(named[name], named[f"{layer}.step"]) if f"{layer}.step" in named else named[name]
        state[name] = weight.T / named.get(f"{layer}.input", 1)  # the step of the input is folded into that of the weights
    first, rates = 0, named["pooled.rates"]
    weight, bias = state.pop("hidden.weight"), state.pop("hidden.bias")
    size = len(bias) // len(training.HEADS)
    for head in training.HEADS:  # hidden layers lie one behind the other, with the steps of the pooled numbers folded in
        state[f"hidden.{head}.weight"], state[f"hidden.{head}.bias"] = weight[first:first + size] * rates, bias[first:first + size]
        first += size
    return tables, state


def main(folder, trained):
    tables, state = read(folder)
    numpy.savez(f"{trained}.npz", **tables)
    heads = {head: len(labels) for head, labels in training.HEADS.items()}
    torch.save({"state": {name: torch.from_numpy(numpy.array(values)) for name, values in state.items()}, "heads": heads}, f"{trained}.pt")


main(*sys.argv[1:])
