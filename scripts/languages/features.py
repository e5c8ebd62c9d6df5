"""Features of the language identifier. src/TextSeg.Nlp/Languages/GramReader.cs computes the same, number for number.

A text becomes words of lower-case letters of one script, with one space before, between and after them;
camelCase words and the ASCII letters of chunks with marks of code, addresses or tags are left out.
A feature is a run of one to five characters of that string which has no space inside and is not a space alone.
It is named by its 32-bit FNV-1a hash over UTF-16 code units.
"""
import re
import unicodedata

import numpy as np

LONGEST_GRAM = 5
FNV_OFFSET = np.uint32(2166136261)
FNV_PRIME = np.uint32(16777619)

LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff"
CYRILLIC = "\u0400-\u0482\u048a-\u052f"
DEVANAGARI = "\u0900-\u0963\u0971-\u097f"
SPELLED = {"latin": LATIN, "cyrillic": CYRILLIC, "devanagari": DEVANAGARI}

WORD = re.compile("|".join(f"[{letters}]+" for letters in SPELLED.values()))
REPEATS = re.compile(r"(.)\1\1+")
CHUNK = re.compile(r"[^\t\n\r\f\v \u00a0\u3000]+")
ASCII_LETTERS = re.compile("[A-Za-z]+")
CAMEL = re.compile("[a-z][A-Z]")
# Marks of an address, a name in code or a tag: their ASCII letters are not words of any language.
CODE = re.compile(r"[_\\@#={}<>`|$]|://|::|\(\)|[A-Za-z][0-9]|[0-9][A-Za-z]|[A-Za-z]\.[A-Za-z]")


def lower(text):
    """Lower case, character by character; the few that would grow stay as they are."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def words(text):
    """The words of a text as one string, ' word word ', or ' ' when there is none."""
    text = unicodedata.normalize("NFC", text)
    text = CHUNK.sub(lambda m: ASCII_LETTERS.sub(" ", m[0]) if CODE.search(m[0]) else m[0], text)
    kept = (REPEATS.sub(r"\1\1", lower(w)) for w in WORD.findall(text) if not CAMEL.search(w))
    return " " + "".join(w + " " for w in kept)


def grams(strings):
    """All features of several ' word word ' strings: (hashes, index of the string each belongs to)."""
    joined = "".join(strings)
    codes = np.frombuffer(joined.encode("utf-16-le"), dtype=np.uint16).astype(np.uint32)
    owner = np.repeat(np.arange(len(strings), dtype=np.int32), [len(s) for s in strings])
    space = codes == 32
    size = len(codes)
    state = np.full(size, FNV_OFFSET)
    inside = np.ones(size, dtype=bool)
    hashes, owners = [], []
    for n in range(1, LONGEST_GRAM + 1):
        starts = size - n + 1
        if starts <= 0:
            break
        state = (state[:starts] ^ codes[n - 1:]) * FNV_PRIME
        inside = inside[:starts]
        if n > 2:
            inside = inside & ~space[n - 2:n - 2 + starts]
        valid = inside & (owner[:starts] == owner[n - 1:])
        valid &= ~space[:starts] if n == 1 else ~(space[:starts] & space[1:1 + starts])
        hashes.append(state[valid])
        owners.append(owner[:starts][valid])
    return np.concatenate(hashes), np.concatenate(owners)
