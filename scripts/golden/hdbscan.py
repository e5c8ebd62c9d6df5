#!/usr/bin/python3
"""Writes invented points, and what HDBSCAN* finds in them by a slow reading of the papers, for tests/TextSeg.Mining.Tests/Clustering/Hdbscan.

Run: scripts/golden/hdbscan.py   (then scripts/golden/hdbscan.R, which reads the same points)
Needs Debian's python3-numpy and python3-scipy. Debian packs no HDBSCAN for Python, so the reference is made here from the definitions of
Campello et al. 2015 (hierarchy, stability, GLOSH), McInnes and Healy 2017 (strength) and Malzer and Baum 2020 (epsilon), with sets and whole matrices.
Settings are written as in this project: min_samples counts the point itself. Edges of one length are removed one by one, the longer pair of points first.
"""
import json
import pathlib

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

HERE = pathlib.Path(__file__).resolve().parents[2] / "tests/TextSeg.Mining.Tests/Clustering/Hdbscan"
SHORTEST = 1e-3
SETTINGS = [
    # min_samples, min_cluster_size, method, epsilon, allow single cluster
    (3, 3, "eom", 0, False), (5, 5, "eom", 0, False), (8, 8, "eom", 0, False), (2, 10, "eom", 0, False), (4, 12, "leaf", 0, False),
    (1, 6, "leaf", 0, False), (3, 6, "leaf", 0.6, False), (3, 6, "eom", 0.9, False), (5, 10, "eom", 0, True), (3, 10, "leaf", 1.2, True),
]


def blobs(rng, dimension, spreads, sizes, away=1.0):
    rows = []
    for spread, size in zip(spreads, sizes):
        rows.append(rng.normal(size=dimension) * away + rng.normal(size=(size, dimension)) * spread)
    return np.vstack(rows)


def moons(rng):
    """Two half circles that reach into each other, on a plane beside the origin."""
    angle = rng.uniform(0, np.pi, 90)
    upper = np.arange(90) < 45
    x = np.where(upper, np.cos(angle), 1 - np.cos(angle))
    y = np.where(upper, np.sin(angle), 0.5 - np.sin(angle))
    flat = np.column_stack([x, y]) * 2 + rng.normal(size=(90, 2)) * 0.12
    flat = np.vstack([flat, rng.uniform(-3.5, 5, size=(12, 2))])
    return np.column_stack([flat - [1, 0.5], np.ones(len(flat))])


def nested(rng):
    """Three groups of three blobs each."""
    centres = np.repeat(rng.normal(size=(3, 6)), 3, axis=0) + rng.normal(size=(9, 6)) * 0.3
    return np.repeat(centres, 20, axis=0) + rng.normal(size=(180, 6)) * 0.08


def data():
    rng = np.random.default_rng(20261122)
    noisy = np.vstack([blobs(rng, 6, [0.2] * 5, [60, 45, 45, 35, 30]), rng.normal(size=(25, 6))])
    copies = blobs(rng, 4, [0.3] * 4, [12, 10, 8, 8])
    sets = {
        "blobs": noisy,
        "moons": moons(rng),
        "densities": np.vstack([blobs(rng, 4, [0.15, 0.3, 0.5], [60, 50, 50]), rng.normal(size=(15, 4))]),
        "nested": nested(rng),
        "copies": np.vstack([copies, np.repeat(copies[::4], 3, axis=0)]),
        "loose": blobs(rng, 16, [0.7] * 5, [25] * 5),
    }
    return {name: np.round(rows, 6) for name, rows in ((name, apart(rows)) for name, rows in sets.items())}


def apart(rows):
    """Unit rows without those nearer than 0.06 to an earlier one, unless they are equal: cosines in single precision would show in their densities."""
    kept = []
    for row in rows / np.linalg.norm(rows, axis=1, keepdims=True):
        gaps = [np.linalg.norm(row - other) for other in kept]
        if all(gap > 0.06 or gap < 1e-12 for gap in gaps):
            kept.append(row)
    return np.array(kept)


def distances(points):
    rows = points.astype(np.float64)
    square = ((rows[:, None, :] - rows[None, :, :]) ** 2).sum(axis=2)
    return np.maximum(np.sqrt(square), SHORTEST)


def spanning_edges(plain, min_samples):
    """Edges of the minimum spanning tree, the shortest first; ties of the mutual reachability distance go to the nearer pair of points."""
    own = plain - np.diag(np.diag(plain))
    core = np.sort(own, axis=1)[:, min(min_samples, len(own)) - 1]
    reach = np.maximum(plain, np.maximum(core[:, None], core[None, :]))
    low, high = np.triu_indices(len(plain), 1)
    order = np.lexsort((high, low, plain[low, high], reach[low, high]))
    rank = np.empty(len(order))
    rank[order] = np.arange(1, len(order) + 1)
    tree = minimum_spanning_tree(csr_matrix((rank, (low, high)), shape=plain.shape)).tocoo()
    edges = sorted(zip(tree.data, tree.row, tree.col))
    return [(reach[a, b], a, b) for _, a, b in edges]


def split(points, edges):
    """Takes the longest edge away: the points and edges on its two sides."""
    place = {point: i for i, point in enumerate(points)}
    kept = edges[:-1]
    graph = csr_matrix((np.ones(len(kept)), ([place[a] for _, a, _ in kept], [place[b] for _, _, b in kept])), shape=(len(points),) * 2)
    _, side = connected_components(graph, directed=False)
    return [([p for p in points if side[place[p]] == s], [e for e in kept if side[place[e[1]]] == s]) for s in (0, 1)]


def condense(points, edges, size, parent=None, birth=0.0):
    """One cluster of the hierarchy and all below it: its points' departures and its children."""
    cluster = {"birth": birth, "size": len(points), "members": list(points), "left": {}, "children": [], "parent": parent, "death": birth}
    while edges:
        density = 1 / edges[-1][0]
        cluster["death"] = density
        sides = split(points, edges)
        if all(len(side) >= size for side, _ in sides):
            cluster["children"] = [condense(side, inner, size, cluster, density) for side, inner in sides]
            return cluster
        large = [(side, inner) for side, inner in sides if len(side) >= size]
        for side, _ in sides:
            if len(side) < size:
                cluster["left"].update({point: density for point in side})
        if not large:
            return cluster
        points, edges = large[0]
    return cluster


def below(cluster):
    return [cluster] + [found for child in cluster["children"] for found in below(child)]


def stability(cluster):
    birth = cluster["birth"]
    return sum(d - birth for d in cluster["left"].values()) + sum((c["birth"] - birth) * c["size"] for c in cluster["children"])


def most_stable(cluster, root_allowed):
    inner = [most_stable(child, True) for child in cluster["children"]]
    chosen, score = [c for found, _ in inner for c in found], sum(s for _, s in inner)
    if root_allowed and (not cluster["children"] or stability(cluster) >= score):
        return [cluster], stability(cluster)
    return chosen, score


def select(root, method, epsilon, single):
    if method == "leaf":
        chosen = [c for c in below(root) if not c["children"] and (c is not root or single)]
    else:
        chosen, _ = most_stable(root, single)
    if epsilon > 0 and not any(c is root for c in chosen):
        raised = []
        for cluster in chosen:
            while cluster["birth"] > 1 / epsilon and (cluster["parent"] is not root or single):
                cluster = cluster["parent"]
            raised.append(cluster)
        inside = {id(c) for other in raised for c in below(other)[1:]}
        chosen = [c for c in raised if id(c) not in inside]
        chosen = list({id(c): c for c in chosen}.values())
    return chosen


def run(points, min_samples, size, method, epsilon, single):
    plain = distances(points)
    edges = spanning_edges(plain, min_samples)
    root = condense(list(range(len(points))), edges, size)
    labels, strength, outlier = [-1] * len(points), [0.0] * len(points), [0.0] * len(points)
    chosen = select(root, method, epsilon, single)
    for number, cluster in enumerate(chosen):
        departure = {p: d for c in below(cluster) for p, d in c["left"].items()}
        for point, density in departure.items():
            if cluster is root and density < (1 / epsilon if epsilon > 0 else cluster["death"]):
                continue
            labels[point] = number
            strength[point] = min(density, cluster["death"]) / cluster["death"]
    for cluster in below(root):
        densest = max(c["death"] for c in below(cluster))
        for point, density in cluster["left"].items():
            outlier[point] = 1 - density / densest
    return {
        "minSamples": min_samples, "minClusterSize": size, "method": method, "epsilon": epsilon, "allowSingleCluster": single,
        "length": round(sum(edge[0] for edge in edges), 5), "labels": labels,
        "strength": [round(s, 5) for s in strength], "outlier": [round(s, 5) for s in outlier],
        "stability": [round(stability(c), 4) for c in chosen],
    }


def lines(values):
    return "[\n" + ",\n".join(json.dumps(value, separators=(",", ":")) for value in values) + "\n]\n"


def main():
    sets, found = data(), []
    for name, points in sets.items():
        for settings in SETTINGS:
            found.append({"set": name, **run(points, *settings)})
    (HERE / "points.json").write_text(lines([{"set": name, "points": points.tolist()} for name, points in sets.items()]))
    (HERE / "hdbscan-paper.json").write_text(lines(found))


if __name__ == "__main__":
    main()
