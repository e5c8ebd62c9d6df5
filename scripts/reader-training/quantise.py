"""Finds how large the numbers in the network become, so that they can be rounded to eight bits (rounding.py).

    quantise.py ROWS ENCODER WORK/NAME       writes "steps" into WORK/NAME.pt: one for the input of each layer, one for each pooled number

What is added to every pair of pieces alike, the bias of the layer inward, moves into their table: so it costs no step of its own. Static quantisation after training (Jacob et al. 2018, section 3): the few numbers beyond the range that nearly all texts stay in are cut to it.
"""
import sys

import numpy
import torch

import pieces as vocabulary
import reader
import rounding
import texts as training

TEXTS, BEYOND = 6_000, 0.9999


def main(folder, encoder, trained):
    texts = training.Rows(folder, "calibrate", vocabulary.processor(f"{encoder}/tokenizer.json")).texts[:TEXTS]
    pieces = training.Texts(texts, vocabulary.processor(f"{encoder}/tokenizer.json"))
    saved = torch.load(f"{trained}.pt")
    saved.pop("steps", None)
    tables = dict(numpy.load(f"{trained}.npz"))
    tables["pairs"] += saved["state"]["inward.bias"].numpy()
    saved["state"]["inward.bias"].zero_()
    numpy.savez(f"{trained}.npz", **tables)
    torch.save(saved, f"{trained}.pt")
    model = reader.load(trained)
    seen = model.network.seen = {}
    model.read(pieces)
    layers = [torch.quantile(torch.cat(seen[number]), BEYOND).item() / rounding.MOST for number in range(len(model.network.layers))]
    pooled = torch.cat(seen["pooled"]).quantile(BEYOND, dim=0).clamp_min(1e-6) / rounding.MOST
    saved["steps"] = {"layers": layers, "pooled": pooled}
    torch.save(saved, f"{trained}.pt")
    print("steps:", " ".join(f"{step:.4f}" for step in layers), f"pooled {pooled.min():.4f} to {pooled.max():.4f}")


main(*sys.argv[1:])
