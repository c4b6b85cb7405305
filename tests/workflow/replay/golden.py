"""Golden determinations as files: the record as it was sealed, and its pack by the hash."""

import json
from collections.abc import Mapping
from pathlib import Path

from caseworker_app.model.values import Json
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack
from caseworker_app.wire.replay import Recorded, recomputed, recorded as recorded
from caseworker_app.wire.units import flatten

FOLDER = Path(__file__).parent / "records"
_ANSWER = "/determination"


def names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def read(name: str) -> Recorded:
    """Return what a golden record says."""
    units: dict[str, Json] = json.loads(_file(name).read_text("utf-8"))
    return recorded(units)


def write(name: str, record: Mapping[str, Json]) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    _file(name).write_text(text + "\n", "utf-8")


def sealed(record: Recorded, pack: Pack) -> dict[str, Json]:
    """Return the units of a record with the determination a pack gives today."""
    answer = recomputed(record.visit, pack)
    return {**flatten(record.visit), **{f"{_ANSWER}{path}": v for path, v in answer.items()}}


def pack(name: str) -> Pack:
    """Return the pack of a hash."""
    base = FOLDER / "packs" / f"{name}.base.toml"
    text = (FOLDER / "packs" / f"{name}.toml").read_text("utf-8")
    return read_pack(text, f"{name}.toml", base.read_text("utf-8") if base.exists() else "")


def keep(used: Pack) -> None:
    folder = FOLDER / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{used.hash}.toml").write_text(used.text, "utf-8")
    if used.base:
        (folder / f"{used.hash}.base.toml").write_text(used.base, "utf-8")


def drop_unused() -> None:
    """Remove the packs no golden record names."""
    used = {read(name).pack_hash for name in names()}
    for path in (FOLDER / "packs").glob("*.toml"):
        if path.name.split(".")[0] not in used:
            path.unlink()


def _file(name: str) -> Path:
    return FOLDER / f"{name}.json"
