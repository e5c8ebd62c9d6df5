"""The mean of several rounds that started from one model (Wortsman et al. 2022, "Model soups"): errors that differ cancel out.

    average.py WORK/OUT WORK/NAME...      reads NAME.npz and NAME.pt of each, writes OUT.npz and OUT.pt
"""
import sys

import numpy
import torch


def main(out, *names):
    tables = [numpy.load(f"{name}.npz") for name in names]
    saved = [torch.load(f"{name}.pt") for name in names]
    learned = [key for key in tables[0] if key != "letters"]  # they are fitted beside the mean
    numpy.savez(f"{out}.npz", **{key: numpy.mean([own[key] for own in tables], axis=0) for key in learned})
    state = {key: torch.stack([own["state"][key].float() for own in saved]).mean(dim=0) for key in saved[0]["state"]}
    torch.save({**saved[0], "state": state}, f"{out}.pt")


main(*sys.argv[1:])
