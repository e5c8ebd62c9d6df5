"""Step 8: the mean of students that were refined from the same one in different ways (Wortsman et al. 2022, "Model soups").

    average.py OUT.npz REFINED.npz...
"""
import sys

import numpy


def main(out, *tables):
    numpy.savez(out, table=numpy.mean([numpy.load(path)["table"] for path in tables], axis=0, dtype=numpy.float32))


main(*sys.argv[1:])
