"""How much each place of a text counts in its vector.

A piece that comes again counts less each time, all its places together as count^REPEATED (sublinear term frequency; Manning, Raghavan and
Schütze 2008, section 6.4.1), and a long post says early what it is about: places count from 1 at the begin down to FAR.
Both were chosen on threads of a forum other than those that the figures are of (models/README.md); short texts hardly change.
"""
import numpy

START, LONGEST = 0, 512  # the mark of a text's begin, which comes once and is also what texts are padded with; places the program reads
REPEATED, FADING, FAR = 0.6, 192, 0.2


def by_place(count=LONGEST):
    return (FAR + (1 - FAR) * numpy.exp(-numpy.arange(count) / FADING)).astype(numpy.float32)


def of(ids):
    """A weight for each id of a text, the mark of its begin first."""
    ids = numpy.asarray(ids)
    _, which, counts = numpy.unique(ids, return_inverse=True, return_counts=True)
    return counts[which] ** (REPEATED - 1) * by_place(len(ids))
