"""Eight-bit numbers in the network's large products, as the exported model computes them.

What goes into a product is rounded to steps of a fixed size (quantise.py finds it), so a text's answer does not depend on its batch. Weights have
seven bits: products of two bytes are added in pairs of sixteen bits by processors without VNNI, and 2 × 255 × 63 still fits; so every processor
computes the same whole numbers (ONNX Runtime's guide to quantisation calls it "reduce range").
"""
import numpy
import torch

MOST, WEIGHTS = 127, 63
ZERO = MOST + 1  # the byte of a nought, where bytes count from one
NARROW = ("inward", "layers.", "hidden.")  # whose weights are rounded; the small rest stays in 32-bit floats


def is_narrow(name):
    return name.startswith(NARROW) and name.endswith("weight")


def whole_weights(weight, inputs=1.0):
    """Whole numbers (outputs × inputs) and one step for each output. inputs: steps of the inputs, folded into the weights."""
    folded = weight * inputs
    step = folded.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / WEIGHTS
    return torch.round(folded / step), step


def weights(weight, inputs=1.0):
    whole, step = whole_weights(weight, inputs)
    return whole * step / inputs


def values(given, step):
    return torch.clamp(torch.round(given / step), -MOST - 1, MOST) * step


def by_row(table):
    """Whole numbers of a table (numpy), and one step for each row."""
    step = numpy.maximum(numpy.abs(table).max(axis=1, keepdims=True, initial=0), 1e-12) / MOST
    return numpy.rint(table / step), step


def by_column(table, beyond=0.99999):
    """Whole numbers of a table (numpy) of numbers and, in the last column, squares; one step for each of both, and the few numbers beyond are cut to the largest."""
    wide = [float(numpy.quantile(numpy.abs(part), beyond)) for part in (table[:, :-1], table[:, -1])]
    step = numpy.array([wide[0]] * (table.shape[1] - 1) + [wide[1]]) / MOST
    return numpy.clip(numpy.rint(table / step), -MOST, MOST), step


def evenly(table, beyond=0.9999):
    """Whole numbers of a table (numpy), and one step for all of it; the few numbers beyond are cut to the largest."""
    step = float(numpy.quantile(numpy.abs(table), beyond)) / MOST
    return numpy.clip(numpy.rint(table / step), -MOST, MOST), step
