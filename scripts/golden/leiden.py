#!/usr/bin/python3
"""Writes reference numbers of leidenalg for graphs that tests/TextSeg.Mining.Tests/Clustering/PlantedGraph.cs makes too.

Run: scripts/golden/leiden.py > tests/TextSeg.Mining.Tests/Clustering/leiden-reference.json
Needs Debian's python3-igraph and python3-leidenalg. Each graph is named by its formula, so no edges are stored.
"""
import json

import igraph
import leidenalg

MODULUS = 2147483647
CASES = [
    # groups, group size, chance of an edge inside, outside, seed, resolution
    (8, 40, 0.40, 0.02, 5, 1.0),
    (20, 25, 0.50, 0.01, 6, 1.0),
    (20, 25, 0.50, 0.01, 6, 4.0),
    (12, 50, 0.20, 0.02, 7, 1.0),
    (5, 80, 0.15, 0.02, 8, 1.0),
    (30, 20, 0.60, 0.005, 9, 0.5),
    (4, 100, 0.10, 0.03, 10, 1.0),
    (40, 10, 0.80, 0.01, 11, 2.0),
]


def planted(groups, size, inside, outside, seed):
    """Edges by a Lehmer generator, pair by pair, as PlantedGraph.Make draws them."""
    state, edges = seed, []
    for a in range(groups * size):
        for b in range(a + 1, groups * size):
            state = state * 48271 % MODULUS
            if state < MODULUS * (inside if a // size == b // size else outside):
                edges.append((a, b))
    return igraph.Graph(groups * size, edges)


def best_of(graph, resolution, runs=5):
    """The best of some runs, each until nothing changes."""
    found = [
        leidenalg.find_partition(
            graph, leidenalg.RBConfigurationVertexPartition,
            resolution_parameter=resolution, n_iterations=-1, seed=seed)
        for seed in range(runs)
    ]
    return max(found, key=lambda partition: partition.quality())


def main():
    cases = []
    for groups, size, inside, outside, seed, resolution in CASES:
        graph = planted(groups, size, inside, outside, seed)
        partition = best_of(graph, resolution)
        cases.append({
            "groups": groups, "size": size, "inside": inside, "outside": outside, "seed": seed,
            "resolution": resolution, "edges": graph.ecount(),
            "quality": round(partition.quality() / (2 * graph.ecount()), 9),
            "labels": partition.membership,
        })
    print("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]")


if __name__ == "__main__":
    main()
