"""Step 7: a second phase from the student of the first. Whitening is learnt here instead of laid on the finished table.

    refine.py DATA WORK [--steps N] ...

The teachers' vectors, less their mean (the multilingual ones less their language's, in `train`), are multiplied by C^(-strength/2), C
being their covariance: strong directions tell the kind of text more than its subject (Mu and Viswanath 2018, "All-but-the-Top";
here whitened in part). The student copies the similarities of the whitened vectors, also of long texts and, once more, of short
questions; and a translation finds its English text, a line of news the lines near it, among a thousand others (InfoNCE, van den Oord, Li
and Vinyals 2018). Reads WORK/student.npz, writes WORK/refined.npz.
"""
import argparse
import time

import numpy
import sentencepiece
import torch

import documents
import pairs
import sources
import train

BLOCK, BATCH, SECOND_BATCH, QUESTIONS, PAIRS, LONGEST, WARM_UP = 256, 2048, 1536, 512, 1024, 300, 30
SECOND_STRENGTH, SMALLEST = 0.7, 1e-2
SIMILARITY, SECOND, LONG, QUESTION, MATCH = 10, 1.3, 0.5, 0.4, 0.1  # weights of the losses
SHORT_SETS = ("clinc150", "multidogo")


class Whitening:
    """Less the mean, times C^(-strength/2), scaled to length 1; fitted on every seventh vector."""

    def __init__(self, vectors, strength):
        self.mean = vectors.mean(axis=0)
        values, axes = numpy.linalg.eigh(numpy.cov(vectors[::7].astype(float).T))
        spread = numpy.maximum(values / values.mean(), SMALLEST) ** (-strength / 2)
        self.turn = ((axes * spread) @ axes.T).astype(numpy.float32)

    def __call__(self, vectors):
        even = (vectors.astype(numpy.float32) - self.mean) @ self.turn
        return torch.from_numpy(even / (numpy.linalg.norm(even, axis=1, keepdims=True) + 1e-9))


def copied(student, head, vectors, targets):
    """1 - cosine through the head, and the similarities inside blocks."""
    towards = 1 - (torch.nn.functional.normalize(student.heads[head](vectors), dim=1) * targets).sum(dim=1).mean()
    own, wanted = (x.view(-1, BLOCK, x.shape[1]) for x in (vectors, targets))
    return towards + SIMILARITY * (own @ own.transpose(1, 2) - wanted @ wanted.transpose(1, 2)).square().mean()


def fit_head(layer, table, texts, rows, targets):
    """The head starts from ridge regression on the first student's vectors."""
    vectors = numpy.stack([table[texts.ids[texts.starts[r]:texts.starts[r + 1]]].sum(axis=0) for r in rows])
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors = numpy.concatenate([vectors, numpy.ones((len(rows), 1))], axis=1)
    found = numpy.linalg.solve(vectors.T @ vectors + numpy.eye(vectors.shape[1]), vectors.T @ targets.numpy()).astype(numpy.float32)
    layer.weight.data, layer.bias.data = torch.from_numpy(found[:-1].T.copy()), torch.from_numpy(found[-1].copy())


class Tasks:
    """What is copied: English texts and their translations, posts of many languages, long texts, short questions."""

    def __init__(self, options, pieces):
        self.random = random = numpy.random.default_rng(options.seed)
        self.texts, rows, self.target_of, first = train.first_task(options.work, pieces)
        self.others, second = train.second_task(options.work, pieces)
        even = Whitening(first.numpy(), options.strength)
        self.first, self.second = even(first.numpy()), Whitening(second.numpy(), SECOND_STRENGTH)(second.numpy())
        long, vectors = train.with_targets(f"{options.work}/long.jsonl", f"{options.work}/long.npy")
        if options.plain:
            long, vectors = long[:-documents.MIXED], vectors[:-documents.MIXED]
        self.long_texts, self.long = train.Texts([row["text"] for row in long], pieces, LONGEST), even(vectors)
        self.question_weight = 0 if options.plain else QUESTION
        short = {text for name, text in sources.english_posts(options.data) if name in SHORT_SETS}
        english = [row["text"] for row in train.read_lines(f"{options.work}/english.jsonl")]
        self.questions = numpy.array([i for i, text in enumerate(english) if text in short])
        translations = train.read_lines(f"{options.work}/pairs.jsonl")
        self.pairs = pairs.Pairs(options.data, self.texts, len(english), translations, pieces, random)
        passes = 1 + options.steps * BATCH // len(rows)
        self.order = numpy.concatenate([random.permutation(rows) for _ in range(passes)])

    def batch(self, step, dropout):
        """Bags of each task with its head, weight and targets; then the bags of the pairs with their places."""
        rows, random = self.order[step * BATCH:(step + 1) * BATCH], self.random
        posts, long = random.integers(len(self.second), size=SECOND_BATCH), random.integers(len(self.long), size=BLOCK)
        questions = random.choice(self.questions, QUESTIONS)
        copies = [(self.texts.batch(rows, 0, None), 0, 1.0, self.first[self.target_of[rows]]),
                  (self.others.batch(posts, 0, None), 1, SECOND, self.second[posts]),
                  (self.long_texts.batch(long, dropout, random), 0, LONG, self.long[long]),
                  (self.texts.batch(questions, 0, None), 0, self.question_weight, self.first[questions])]
        left, right, places = self.pairs.batch(PAIRS)
        return copies, [left, right], places


def learn(options, tasks, table, student):
    optimiser = torch.optim.Adam(student.parameters(), lr=options.rate, betas=train.BETAS)
    falling = lambda step: min((step + 1) / WARM_UP, max(0.0, 1 - step / options.steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, falling)
    shown = numpy.zeros(5)
    for step in range(options.steps):
        copies, pair, places = tasks.batch(step, options.dropout)
        every = [copy[0] for copy in copies] + pair
        part, spots = table.take(torch.cat([ids for ids, _ in every]))
        cuts = numpy.cumsum([0] + [len(ids) for ids, _ in every])
        vectors = [student(part, spots[cuts[i]:cuts[i + 1]], *bag) for i, bag in enumerate(every)]
        losses = [copied(student, head, v, targets) for v, (_, head, _, targets) in zip(vectors, copies)] + [pairs.match(*vectors[-2:], places)]
        optimiser.zero_grad()
        sum(weight * loss for weight, loss in zip([copy[2] for copy in copies] + [MATCH], losses)).backward()
        table.step(schedule.get_last_lr()[0])
        optimiser.step()
        schedule.step()
        shown += [loss.item() for loss in losses]
        if step % 50 == 49:
            print(f"step {step + 1} loss {(shown / 50).round(4)}, {time.process_time():.0f} s of processor", flush=True)
            shown[:] = 0


def main(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    pieces = sentencepiece.SentencePieceProcessor(model_file=f"{options.work}/pieces.model")
    tasks = Tasks(options, pieces)
    start = numpy.load(f"{options.work}/student.npz")["table"]
    weights = train.first_weights(tasks.texts, len(start))
    table = train.LazyAdam(start / numpy.exp(weights)[:, None])
    student = train.Student(start.shape[1], weights, (tasks.first.shape[1], tasks.second.shape[1]))
    rows = numpy.arange(0, tasks.pairs.english, 40)
    fit_head(student.heads[0], start, tasks.texts, rows, tasks.first[rows])
    rows = numpy.arange(0, len(tasks.second), 12)
    fit_head(student.heads[1], start, tasks.others, rows, tasks.second[rows])
    learn(options, tasks, table, student)
    numpy.savez(f"{options.work}/{options.out}", table=(student.weights.exp()[:, None] * table.table).detach().numpy())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("work")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--strength", type=float, default=0.55, help="how far the English teacher's vectors are whitened, 0 to 1")
    parser.add_argument("--plain", action="store_true", help="without mixed posts, and short questions no more than once")
    parser.add_argument("--dropout", type=float, default=0.0, help="share of pieces of long texts left out")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", default="refined.npz")
    main(parser.parse_args())
