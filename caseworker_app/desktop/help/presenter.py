"""The pages of the help and what is found in them, without Qt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from caseworker_app.desktop.tongue import tr
from caseworker_app.paths import resource

FIRST = "start"
"""What is shown where a screen has no page of its own."""

_ORDER = (
    "start", "first_run", "door", "today", "worklist", "household", "change", "comparison", "found",
    "checks", "determination", "signing", "delivery", "conflicts", "papers", "lists", "evidence",
    "printing", "settings", "practice", "keys", "questions",
)  # fmt: skip
_MARKS = re.compile(r"[#*`>|【】\[\]!-]|\([^)]*\.(?:md|png)\)")
_AROUND = 18


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: Markdown, and its words alone for the search."""

    name: str
    title: str
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Hit:
    name: str
    title: str
    line: str
    """What stands around the words found; empty without a search."""


@cache
def topics() -> Mapping[str, Topic]:
    """Return name → page in the order of the contents."""
    found = {path.stem: path for path in resource("help").glob("*.md")}
    ordered = [name for name in _ORDER if name in found]
    ordered += sorted(found.keys() - set(ordered))
    return {name: _topic(name, found[name].read_text("utf-8")) for name in ordered}


def topic(name: str) -> Topic:
    """Return the page of a screen; the first page where it has none."""
    return topics().get(name) or topics()[FIRST]


def find(text: str) -> tuple[Hit, ...]:
    """Return the pages in which all the words stand, those with one in the title first."""
    words = text.lower().split()
    if not words:
        return tuple(Hit(one.name, one.title, "") for one in topics().values())
    found = [one for one in topics().values() if all(word in one.words.lower() for word in words)]
    found.sort(key=lambda one: words[0] not in one.title.lower())
    return tuple(Hit(one.name, one.title, _around(one.words, words[0])) for one in found)


def _topic(name: str, text: str) -> Topic:
    title = text.partition("\n")[0].lstrip("# ").strip()
    return Topic(name, title, text, " ".join(_MARKS.sub("", text).split()))


def _around(words: str, wanted: str) -> str:
    at = words.lower().find(wanted)
    start, end = max(0, at - _AROUND), at + len(wanted) + _AROUND
    before, after = tr("…") if start else "", tr("…") if end < len(words) else ""
    return f"{before}{words[start:end]}{after}"
