"""Packs to try the law on: that of the worked cases, written plainly, without dates."""

from pathlib import Path

from caseworker_app.paths import resource
from caseworker_app.rules.policy import read_pack

NATIONAL = resource("packs", "national.toml").read_text(encoding="utf-8")
PLAIN = (Path(__file__).parent / "pack_texts" / "plain.toml").read_text(encoding="utf-8")
PACK = read_pack(PLAIN, "plain.toml", NATIONAL)
