"""Text the language identifier learns from, with the licence of each set, split once for all languages.

Every line has a key that its translations share (line number, English side, package): lines whose key falls
into the tenth for testing or the tenth for tuning are never learnt from in any language, so no parallel line can leak.
"""
import csv
import gzip
import io
import re
import subprocess
import tarfile
import zlib
from pathlib import Path

LICENCES = {
    "ntrex128": "CC BY-SA 4.0",
    "sib200": "CC BY-SA 4.0",
    "anki_pairs": "CC BY 2.0 FR",
    "brighter_emotions": "CC BY 4.0",
    "multilingual_sentiment": "Apache-2.0 (repository)",
    "xlmt_sentiment": "Apache-2.0 (repository)",
    "goemotions": "CC BY 4.0 / Apache-2.0 (origin)",
    "senti4sd_so": "MIT",
    "debian_descriptions": "package descriptions and translations of Debian, under the licences of their packages (free software)",
}
# Languages that are learnt only to be refused: too little text to promise anything about them.
REFUSED = {"af", "sw", "so", "ha", "yo", "ig", "rw", "om", "su", "vmw", "tt", "mr"}
FLORES = {"ces": "cs", "deu": "de", "eng": "en", "fra": "fr", "hin": "hi", "ind": "id", "ita": "it", "nld": "nl", "pol": "pl",
          "por": "pt", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi",
          "arb": "ar", "jpn": "ja", "kor": "ko", "zho": "zh"}
BRIGHTER = {"deu": "de", "eng": "en", "esp": "es", "hin": "hi", "ptbr": "pt", "ptmz": "pt", "ron": "ro", "rus": "ru", "swe": "sv",
            "ukr": "uk", "chn": "zh", "afr": "af", "swa": "sw", "som": "so", "hau": "ha", "yor": "yo", "ibo": "ig", "kin": "rw",
            "orm": "om", "sun": "su", "vmw": "vmw", "tat": "tt", "mar": "mr"}
SENTIMENT = {"german": "de", "english": "en", "spanish": "es", "french": "fr", "hindi": "hi", "indonesian": "id", "italian": "it",
             "portuguese": "pt", "arabic": "ar", "chinese": "zh", "japanese": "ja"}
DEBIAN = {"cs": "cs", "da": "da", "de": "de", "en": "en", "es": "es", "fi": "fi", "fr": "fr", "hu": "hu", "it": "it", "nl": "nl",
          "pl": "pl", "pt": "pt", "pt%5fBR": "pt", "ro": "ro", "ru": "ru", "sk": "sk", "sr": "sr", "sv": "sv", "tr": "tr",
          "uk": "uk", "vi": "vi", "id": "id"}
# Debian languages of which there is too little to learn: kept apart, to measure what happens to the unknown.
NEVER_LEARNT = {"ca": "ca", "eu": "eu", "eo": "eo", "gl": "gl", "hr": "hr", "nb": "nb", "el": "el"}


def part(key):
    """"test" and "tune" for a tenth each, else "learn"."""
    return {3: "test", 4: "tune"}.get(zlib.crc32(key.encode()) % 10, "learn")


def members(archive):
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile():
                yield member.name, tar.extractfile(member).read().decode("utf-8", "replace")


def ntrex(data):
    for name, text in members(data / "ntrex128/ntrex128.tar.gz"):
        language = FLORES[name.split(".")[-2][:3]]
        for number, line in enumerate(text.splitlines()):
            yield language, f"ntrex {number}", line


def sib(data):
    for name, text in members(data / "sib200/sib200.tar.gz"):
        for row in text.splitlines()[1:]:
            number, _, line = row.split("\t", 2)
            yield FLORES[name.split("/")[-2][:3]], f"sib {number}", line


def anki(data):
    for code in ["deu", "fra", "spa", "nld", "jpn", "vie", "cmn"]:
        language = {"cmn": "zh"}.get(code) or FLORES[code]
        for row in gzip.open(data / f"anki_pairs/{code}.txt.gz", "rt", encoding="utf-8"):
            english, other = row.rstrip("\n").split("\t")[:2]
            yield "en", "anki " + english, english
            yield language, "anki " + english, other


def table(text, column="text"):
    for row in csv.DictReader(io.StringIO(text.replace("\0", ""))):
        yield row[column] or ""


def brighter(data):
    for name, text in members(data / "brighter_emotions/brighter_emotions.tar.gz"):
        language = BRIGHTER.get(Path(name).stem.split("_")[0])
        if language and name.startswith("track_a"):
            for line in table(text):
                yield language, "brighter " + line, line


def sentiment(data):
    for name, text in members(data / "multilingual_sentiment/multilingual_sentiment.tar.gz"):
        language = SENTIMENT.get(name.split("/")[-2])
        if language and name.endswith(".csv"):
            for line in table(text):
                yield language, "sentiment " + line, line.replace("\\u2019", "'").replace("\\u002c", ",")


def xlmt(data):
    for name, text in members(data / "xlmt_sentiment/xlmt_sentiment.tar.gz"):
        if name.endswith("_text.txt"):
            for line in text.splitlines():
                yield SENTIMENT[name.split("/")[-2]], "xlmt " + line, line


def english(data):
    for path in sorted((data / "goemotions").glob("*.gz")):
        for row in gzip.open(path, "rt", encoding="utf-8", errors="replace"):
            yield "goemotions", row.split("\t")[0].strip('"')
    for path in sorted((data / "senti4sd_so").glob("*.gz")):
        for row in gzip.open(path, "rt", encoding="utf-8", errors="replace"):
            yield "senti4sd_so", re.sub(r"<[^>]+>", " ", row.split(";", 2)[-1])


def debian(lists):
    """(language, key, line) of package descriptions; the key is the first part of the package's name."""
    for path in sorted(Path(lists).glob("*_i18n_Translation-*")):
        code = path.name.split("Translation-")[1].split(".")[0]
        language = DEBIAN.get(code) or NEVER_LEARNT.get(code)
        if language:
            for key, line in descriptions(path):
                yield language, key, line


def descriptions(path):
    raw = path.read_bytes()
    text = subprocess.run(["lz4", "-dc"], input=raw, capture_output=True, check=True).stdout if path.suffix == ".lz4" else raw
    for stanza in text.decode("utf-8", "replace").split("\n\n"):
        name = re.match(r"Package: ([A-Za-z]+[0-9]?)", stanza)
        body = re.split(r"\nDescription-[A-Za-z_]+: ", stanza)
        if name and len(body) > 1:
            title, _, rest = body[-1].partition("\n")
            yield "debian " + name[1], title
            for paragraph in re.split(r"\n \.\n", "\n" + rest):
                yield "debian " + name[1], re.sub(r"\s+", " ", paragraph).strip()


def everything(data, lists):
    """(set, language, key, line) of all that may be learnt from or held out."""
    data = Path(data)
    for name, reader in [("ntrex128", ntrex), ("sib200", sib), ("anki_pairs", anki), ("brighter_emotions", brighter),
                         ("multilingual_sentiment", sentiment), ("xlmt_sentiment", xlmt)]:
        for language, key, line in reader(data):
            yield name, language, key, line
    for name, line in english(data):
        yield name, "en", name + line, line
    for language, key, line in debian(lists):
        yield "debian_descriptions", language, key, line
