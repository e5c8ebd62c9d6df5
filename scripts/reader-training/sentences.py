"""Cuts a text into sentences as the program does (TextSeg.Nlp, SentenceSegmenter), for a post is read out of its sentences."""
import re

LONGEST_ABBREVIATION, LONGEST_NUMBER = 3, 3
WIDE = "。！？｡।"
MARKS = re.compile(rf"[.!?…{WIDE}][.!?…{WIDE}\"'”’»)\]}}」』）】]*")
WORD_BEFORE = re.compile(r"[^\W_]*$")


def split(text):
    """The sentences in order, without the blanks around them; a text without a letter or mark is one."""
    out, start = [], 0
    for found in MARKS.finditer(text):
        if is_boundary(text, found.start(), found.end()):
            out.append(text[start:found.end()].strip())
            start = found.end()
    out.append(text[start:].strip())
    return [sentence for sentence in out if sentence] or [text]


def is_boundary(text, mark, end):
    if text[mark] in WIDE:
        return True
    if end == len(text) or not text[end].isspace():
        return False
    rest = text[end:end + 20].lstrip()
    if not rest or text[mark] in "!?":
        return True
    if text[mark] == "." and end - mark == 1:
        return not is_abbreviated(text, mark, LONGEST_ABBREVIATION if rest[0].islower() else 1)
    return not rest[0].islower()


def is_abbreviated(text, stop, longest):
    word = WORD_BEFORE.search(text[max(0, stop - 20):stop])[0]
    return 0 < len(word) <= longest or 0 < len(word) <= LONGEST_NUMBER and word.isdigit()
