#!/usr/bin/python3
"""Writes reference numbers of SciPy's linkage for rows that tests/TextSeg.Mining.Tests/Clustering/LehmerRows.cs makes too.

Run: scripts/golden/linkage.py > tests/TextSeg.Mining.Tests/Clustering/Hierarchical/linkage-reference.json
Needs Debian's python3-scipy. Each set of rows is named by its formula, so no vectors are stored.
"""
import json

import lehmer
import numpy
from scipy.cluster.hierarchy import fcluster, linkage

CASES = [
    # groups, group size, dimension, spread, seed
    (5, 20, 8, 0.5, 3),
    (8, 15, 16, 1.0, 4),
    (3, 30, 6, 1.5, 5),
]
CUTS = [2, 3, 5, 8, 20]
LINKAGES = [("average", "cosine"), ("ward", "euclidean")]


def main():
    cases = []
    for groups, size, dimension, spread, seed in CASES:
        rows = lehmer.rows(groups, size, dimension, spread, seed).astype(numpy.float32).astype(numpy.float64)
        for method, metric in LINKAGES:
            tree = linkage(rows, method, metric)
            cases.append({
                "groups": groups, "size": size, "dimension": dimension, "spread": spread, "seed": seed, "linkage": method,
                "heights": [round(height, 7) for height in tree[:, 2]],
                "cuts": [{"groups": cut, "labels": [int(label) for label in fcluster(tree, cut, "maxclust")]} for cut in CUTS],
            })
    print("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]")


if __name__ == "__main__":
    main()
