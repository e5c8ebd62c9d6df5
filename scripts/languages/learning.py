"""Choice of features and training of the linear softmax layer."""
import random

import numpy as np
import torch

import features

ROWS = 100_000
BATCH = 4096


def snippet(text, rng):
    """A piece of ' word word ' as a member might have typed it: half of the pieces are about 20 characters."""
    if rng.random() < 0.25:
        return text[:400]
    length = rng.choice((18, 20, 22)) if rng.random() < 0.6 else rng.randint(8, 80)
    if len(text) <= length + 2:
        return text
    start = rng.randrange(len(text) - length)
    start = text.rfind(" ", 0, start + 1)
    cut = text[start:start + length + 1]
    if rng.random() < 0.5:
        cut = cut[:cut.rfind(" ")] if cut.rfind(" ") > 0 else cut
    return cut if cut.endswith(" ") else cut + " "


class Pool:
    """Lines of each language by set; sets are drawn by the square root of their size, so that none drowns the others."""

    def __init__(self, lines):
        self.sets = {}
        for (language, name), texts in lines.items():
            self.sets.setdefault(language, []).append(texts)
        self.weights = {language: [sum(map(len, t)) ** 0.5 for t in sets] for language, sets in self.sets.items()}

    def draw(self, language, count, rng):
        for texts in rng.choices(self.sets[language], self.weights[language], k=count):
            yield snippet(rng.choice(texts), rng)


def choose(pool, labels, seed):
    """The hashes of the features that tell most: by turns from each language, those it uses more than the average one."""
    rng = random.Random(seed)
    tables, every = [], []
    for languages in labels.values():
        pieces = [p for language in languages for p in pool.draw(language, 48_000 // len(languages), rng)]
        hashes, counts = np.unique(features.grams(pieces)[0], return_counts=True)
        keep = counts >= 3
        tables.append((hashes[keep], counts[keep] / counts.sum()))
        every.append(hashes[keep])
    union = np.unique(np.concatenate(every))
    mean = np.zeros(len(union))
    for hashes, share in tables:
        mean[np.searchsorted(union, hashes)] += share / len(tables)
    ranked = []
    for hashes, share in tables:
        gain = share * np.log((share + 1e-9) / (mean[np.searchsorted(union, hashes)] + 1e-9) + 1.0)
        ranked.append(hashes[np.argsort(-gain, kind="stable")])
    chosen = {}
    for turn in range(max(map(len, ranked))):
        chosen.update((int(hashes[turn]), None) for hashes in ranked if turn < len(hashes))
        if len(chosen) >= ROWS:
            break
    return np.array(sorted(list(chosen)[:ROWS]), dtype=np.uint32)


def bags(strings, vocabulary):
    """Rows of the known features of each string: (rows, offsets, number of all features)."""
    hashes, owner = features.grams(strings)
    place = np.minimum(np.searchsorted(vocabulary, hashes), len(vocabulary) - 1)
    known = vocabulary[place] == hashes
    order = np.argsort(owner[known], kind="stable")
    counts = np.bincount(owner[known], minlength=len(strings))
    offsets = np.concatenate([[0], np.cumsum(counts)[:-1]])
    return place[known][order], offsets, np.bincount(owner, minlength=len(strings))


class Layer(torch.nn.Module):
    """Logits: bias + sum of the rows of the known features / square root of the number of all features."""

    def __init__(self, rows, labels):
        super().__init__()
        self.table = torch.nn.EmbeddingBag(rows, labels, mode="sum")
        torch.nn.init.zeros_(self.table.weight)
        self.bias = torch.nn.Parameter(torch.zeros(labels))

    def forward(self, rows, offsets, counts):
        total = self.table(torch.as_tensor(rows), torch.as_tensor(offsets))
        return self.bias + total / torch.as_tensor(np.sqrt(np.maximum(counts, 1)), dtype=torch.float32)[:, None]


def learn(pool, labels, vocabulary, seed, epochs, per_label, say=print):
    rng = random.Random(seed)
    torch.manual_seed(seed)
    layer = Layer(len(vocabulary), len(labels))
    steps = epochs * (per_label * len(labels) // BATCH)
    optimiser = torch.optim.Adam(layer.parameters(), lr=0.03)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(epochs):
        pieces = [(p, number) for number, languages in enumerate(labels.values()) for language in languages
                  for p in pool.draw(language, per_label // len(languages), rng)]
        rng.shuffle(pieces)
        total = 0.0
        for at in range(0, len(pieces), BATCH):
            batch = pieces[at:at + BATCH]
            rows, offsets, counts = bags([p for p, _ in batch], vocabulary)
            goal = torch.tensor([number for _, number in batch])
            loss = torch.nn.functional.cross_entropy(layer(rows, offsets, counts), goal, label_smoothing=0.005)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        say(f"epoch {epoch + 1}: loss {total / len(pieces):.4f}")
    return layer.table.weight.detach().numpy(), layer.bias.detach().numpy()
