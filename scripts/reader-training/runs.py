"""Runs of letters: all of one to five letters in a word with a mark before and behind it, as numbers of a table (runs do not cross words)."""
import numpy
from scipy import sparse

LONGEST = 5  # letters in a run
SIZE = 1 << 20  # rows of the table
MARK = "\u2581"  # before and behind a word
SEED, PRIME = 2166136261, 16777619  # FNV-1a (Fowler, Noll and Vo), over code points


class Runs:
    def __init__(self, pieces):
        spelled = (pieces.id_to_piece(number) for number in range(pieces.get_piece_size()))
        self.spelled = [MARK if len(piece) > 2 and piece[0] + piece[-1] == "<>" else piece for piece in spelled]  # a special piece parts words
        self.known = {}

    def of(self, texts):
        """texts × table: how often each run is in some texts. texts: numbers of their pieces; a negative one ends a word."""
        columns, firsts = [numpy.zeros(0, numpy.int64)], [1]
        for ids in texts:
            columns += [self.of_word(word) for word in self.words(ids)]
            firsts.append(len(columns))
        sizes = numpy.concatenate([[0], numpy.cumsum([len(own) for own in columns])])
        columns = numpy.concatenate(columns)
        return sparse.csr_matrix((numpy.ones(len(columns)), columns, sizes[firsts]), shape=(len(firsts) - 1, SIZE))

    def words(self, ids):
        return [word for word in "".join(self.spelled[number] if number >= 0 else MARK for number in ids).split(MARK) if word]

    def of_word(self, word):
        if word not in self.known:
            self.known[word] = numpy.array(list(hashed(MARK + word + MARK)), numpy.int64)
        return self.known[word]


def hashed(letters):
    for first in range(len(letters) - 1):
        number = SEED
        for place, letter in enumerate(letters[first:first + LONGEST]):
            number = (number ^ ord(letter)) * PRIME & 0xffffffff
            if first + place:  # the mark alone is no run
                yield (number ^ number >> 15) % SIZE


def answers(found, table):
    """What the letters say of texts: the sum of the runs' weights over the root of the sum of the squared rarities."""
    sums = found @ table
    return (sums[:, :-1] / numpy.sqrt(numpy.maximum(sums[:, -1:], 1))).astype(numpy.float32)
