#!/usr/bin/python3
"""Writes reference labels of scikit-learn's DBSCAN for the points of scripts/golden/hdbscan.py (run that first).

Run: scripts/golden/dbscan.py      Needs Debian's python3-sklearn (1.2.1).
scikit-learn gives a border point within reach of two clusters to the one that comes first, which hangs on the order of the points; such points are listed as "shared".
"""
import json
import pathlib

import numpy as np
from sklearn.cluster import DBSCAN

TESTS = pathlib.Path(__file__).resolve().parents[2] / "tests/TextSeg.Mining.Tests/Clustering"
SETTINGS = [(0.15, 3), (0.25, 5), (0.4, 5), (0.4, 12), (0.6, 8), (0.9, 20), (1.2, 10), (0.05, 1)]


def shared(points, found, epsilon):
    """Border points with core points of two clusters within reach."""
    core = found.core_sample_indices_
    near = np.linalg.norm(points[:, None, :] - points[None, core, :], axis=2) <= epsilon
    rows = np.setdiff1d(np.arange(len(points)), core)
    return [int(row) for row in rows if len(set(found.labels_[core][near[row]])) > 1]


def main():
    cases = []
    for line in json.loads((TESTS / "Hdbscan/points.json").read_text()):
        points = np.array(line["points"])
        for epsilon, min_points in SETTINGS:
            found = DBSCAN(eps=epsilon, min_samples=min_points).fit(points)
            cases.append({
                "set": line["set"], "epsilon": epsilon, "minPoints": min_points,
                "labels": found.labels_.tolist(), "core": found.core_sample_indices_.tolist(), "shared": shared(points, found, epsilon),
            })
    text = "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n"
    (TESTS / "Dbscan/dbscan-sklearn.json").write_text(text)


if __name__ == "__main__":
    main()
