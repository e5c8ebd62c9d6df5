#!/usr/bin/python3
"""Writes reference numbers of k-means for rows that tests/TextSeg.Mining.Tests/Clustering/LehmerRows.cs makes too.

Run: scripts/golden/kmeans.py > tests/TextSeg.Mining.Tests/Clustering/KMeans/kmeans-reference.json
Needs Debian's python3-sklearn. Two references from the same first centroids: scikit-learn's KMeans (Lloyd; centroids are means),
and a few lines of NumPy for the spherical method (centroids of length 1), which scikit-learn does not have.
"""
import json

import lehmer
import numpy
from sklearn.cluster import KMeans

CASES = [
    # groups, group size, dimension, spread, seed
    (5, 30, 8, 0.5, 3),
    (8, 25, 16, 0.8, 4),
    (12, 20, 24, 0.9, 6),
    (4, 50, 12, 0.9, 9),
]


def spherical(rows, centroids):
    """Dhillon and Modha 2001, until no row moves."""
    labels = None
    while True:
        found = (rows @ centroids.T).argmax(axis=1)
        if labels is not None and (found == labels).all():
            return labels, float(1 - (rows * centroids[labels]).sum(axis=1).mean())
        labels = found
        sums = numpy.array([rows[labels == group].sum(axis=0) for group in range(len(centroids))])
        centroids = sums / numpy.linalg.norm(sums, axis=1, keepdims=True)


def main():
    cases = []
    for groups, size, dimension, spread, seed in CASES:
        rows = lehmer.rows(groups, size, dimension, spread, seed).astype(numpy.float32).astype(numpy.float64)
        first = [group * size for group in range(groups)]
        labels, distance = spherical(rows, rows[first])
        euclidean = KMeans(groups, init=rows[first], n_init=1, algorithm="lloyd", tol=0, max_iter=1000).fit(rows)
        cases.append({
            "groups": groups, "size": size, "dimension": dimension, "spread": spread, "seed": seed, "first": first,
            "meanDistance": round(distance, 7), "spherical": labels.tolist(), "euclidean": euclidean.labels_.tolist(),
        })
    print("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]")


if __name__ == "__main__":
    main()
