"""Packs to try the law on: that of the worked cases, written plainly, without dates."""

from pathlib import Path

from caseworker_app.paths import resource
from caseworker_app.rules.policy.pack import Pack
from caseworker_app.rules.policy.reading import read_pack

NATIONAL = resource("packs", "national.toml").read_text(encoding="utf-8")
PLAIN = (Path(__file__).parent / "pack_texts" / "plain.toml").read_text(encoding="utf-8")
PACK = read_pack(PLAIN, "plain.toml", NATIONAL)


def without(instrument: str) -> Pack:
    """Return the pack of a place where an instrument does not hold."""
    return read_pack(PLAIN.replace(f', "{instrument}"', ""), "plain.toml", NATIONAL)
