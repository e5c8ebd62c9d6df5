"""Phrases by rule: "name:" with one alternative a line (or "name: a | b"), [a|b|] chooses, {rule} expands, {3-40} draws a number.

The format of the invented sample's grammars, read anew here so that training text and sample share no rule.
"""
import hashlib
import pathlib
import re

FOLDER = pathlib.Path(__file__).parent / "grammar"
LANGUAGES = sorted({file.stem.split("-")[0] for file in FOLDER.glob("*.txt")} - {"shared"})
SLOT = re.compile(r"\{([^{}]+)\}")
CHOICE = re.compile(r"\[([^\[\]]*)\]")


def is_held_back(line, share=15):
    """True for the alternatives kept out of training text, so that calibration meets phrases it was not trained on."""
    return int(hashlib.sha256(line.encode()).hexdigest(), 16) % 100 < share


class PhraseGrammar:
    """The rules of one language."""

    def __init__(self, language, folder=FOLDER):
        self.language = language
        self.rules = {}
        for file in [FOLDER / "shared.txt", *sorted(folder.glob(f"{language}*.txt"))]:
            self._read(file.read_text(encoding="utf-8"))
        unknown = {name for lines in self.rules.values() for line in lines for name in SLOT.findall(line)
                   if not name[0].isdigit() and name not in self.rules}
        if unknown:
            raise ValueError(f"The grammar '{language}' uses rules that nothing defines: {sorted(unknown)}")

    def _read(self, text):
        rule = None
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if line[0] == " ":
                rule.append(line.strip())
            else:
                name, _, inline = line.partition(":")
                rule = self.rules.setdefault(name, [])
                rule += [part.strip() for part in inline.split(" | ") if part.strip()]

    def write(self, rule, draws, held_back=None):
        """One expansion; held_back True or False takes only alternatives kept out of training, or only the others."""
        lines = self.rules[rule]
        if held_back is not None:
            lines = [line for line in lines if is_held_back(line) == held_back] or lines
        return self.expand(draws.choice(lines), draws)

    def expand(self, text, draws):
        while (choice := CHOICE.search(text)) is not None:
            text = text[:choice.start()] + draws.choice(choice[1].split("|")) + text[choice.end():]
        while (slot := SLOT.search(text)) is not None:
            text = text[:slot.start()] + self._fill(slot[1], draws) + text[slot.end():]
        text = re.sub(r" +", " ", text).strip()
        return re.sub(r" ([,.])", r"\1", text) if self.language == "fr" else re.sub(r" ([,.:?!])", r"\1", text)

    def _fill(self, name, draws):
        if name[0].isdigit():
            low, high = name.split("-")
            return str(draws.randint(int(low), int(high)))
        return self.write(name, draws)
