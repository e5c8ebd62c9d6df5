"""Writes model.json beside a model's weights: what both trainings' cards have in common."""
import hashlib
import json


def write(out, card, figures, version):
    """card: the fields of one model, with `files` as names and `trainedOn` as (set, licence, use); figures: the file that holds them."""
    files = [{"path": name, "sha256": hashlib.sha256(open(f"{out}/{name}", "rb").read()).hexdigest()} for name in card["files"]]
    trained = [dict(zip(("set", "licence", "use"), source)) for source in card["trainedOn"]]
    whole = {**card, "version": int(version), "default": True, "files": files, "licence": "CC-BY-SA-4.0", "trainedOn": trained,
             "figures": json.load(open(figures))}
    with open(f"{out}/model.json", "w") as file:
        json.dump(whole, file, ensure_ascii=False, indent=2)
        file.write("\n")
