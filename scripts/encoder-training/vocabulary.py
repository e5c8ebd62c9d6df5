"""Step 3: fits the pieces of the student: a SentencePiece unigram model with case folding, as a Hugging Face tokenizer.json.

    vocabulary.py WORK OUT [SIZE]

The pieces are fitted on a sample of all training text (Kudo 2018, "Subword Regularization"; NFKC with case folding is
SentencePiece's rule nmt_nfkc_cf). Each text begins with <s>, so that an empty one has a vector too. tokenizer.json holds the compiled character map, so that the C# tokenizer needs no other file.
"""
import base64
import json
import random
import sys

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as model_pb2

SEED, SAMPLE = 20, 600_000


def sample(work):
    texts = [json.loads(line)["text"] for line in open(f"{work}/english.jsonl")][:300_000]
    texts += [json.loads(line)["text"] for line in open(f"{work}/other.jsonl")]
    pairs = [json.loads(line)[1:] for line in open(f"{work}/pairs.jsonl")]
    random.Random(SEED).shuffle(pairs)
    common = {"fr", "de", "it", "da", "es"}
    rare = [text for language, text in pairs if language not in common]
    texts += rare + [text for language, text in pairs if language in common][:max(0, SAMPLE - len(texts) - len(rare))]
    return texts


def main(work, out, size=80_000):
    with open(f"{work}/pieces.txt", "w") as file:
        file.writelines(text.replace("\n", " ") + "\n" for text in sample(work))
    sentencepiece.SentencePieceTrainer.train(
        input=f"{work}/pieces.txt", model_prefix=f"{work}/pieces", vocab_size=int(size), model_type="unigram",
        normalization_rule_name="nmt_nfkc_cf", character_coverage=0.9998, num_threads=2, max_sentence_length=2_000,
        input_sentence_size=SAMPLE, shuffle_input_sentence=False, max_sentencepiece_length=16, bos_id=0, eos_id=-1,
        pad_id=-1, unk_id=1, hard_vocab_limit=False)
    write_tokenizer(f"{work}/pieces.model", out)


def write_tokenizer(model, out):
    proto = model_pb2.ModelProto()
    proto.ParseFromString(open(model, "rb").read())
    special = [{"id": i, "content": proto.pieces[i].piece, "single_word": False, "lstrip": False, "rstrip": False,
                "normalized": False, "special": True} for i in (0, 1)]
    charsmap = base64.b64encode(proto.normalizer_spec.precompiled_charsmap).decode()
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": special,
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Precompiled", "precompiled_charsmap": charsmap},
            {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "post_processor": {
            "type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
            "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]}}},
        "decoder": {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 1, "vocab": [[p.piece, round(p.score, 5)] for p in proto.pieces], "byte_fallback": False},
    }
    with open(f"{out}/tokenizer.json", "w") as file:
        json.dump(tokenizer, file, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(*sys.argv[1:])
