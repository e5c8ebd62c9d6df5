"""Unit vectors around planted directions by a Lehmer generator (Park and Miller 1988), as tests/TextSeg.Mining.Tests/Clustering/LehmerRows.cs makes them."""
import numpy

MODULUS = 2147483647


def rows(groups, size, dimension, spread, seed):
    """Rows in groups of equal size one after the other: a direction plus noise of a length, each made of draws between -1 and 1."""
    state = seed

    def draw():
        nonlocal state
        values = []
        for _ in range(dimension):
            state = state * 48271 % MODULUS
            values.append(2 * state / MODULUS - 1)
        return unit(numpy.array(values))

    made = []
    for _ in range(groups):
        direction = draw()
        made += [unit(direction + spread * draw()) for _ in range(size)]
    return numpy.array(made)


def unit(vector):
    return vector / numpy.sqrt((vector ** 2).sum())
