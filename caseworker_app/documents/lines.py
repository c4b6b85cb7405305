"""Lines of Chinese text: where a line may break (CLREQ, 3.1.3: 避头尾)."""

import re
from functools import lru_cache

from caseworker_app.documents.fonts import Role, clean, width

_OPENING = "（(《〈「『【〔“‘［[{￥¥#"
_CLOSING = "，。、；：？！）)》〉」』】〕”’］]}…—·％%‰℃㎡,.;:!?"
_TOGETHER = "0-9A-Za-z@_/.,:+*×=-"
_ATOM = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[{_TOGETHER}]+|[^{re.escape(_OPENING)}])[{re.escape(_CLOSING)}]*"
    rf"|[{re.escape(_OPENING)}]+"
)


@lru_cache(maxsize=1024)
def wrap(text: str, role: Role, size: float, room: float, indent: float = 0) -> tuple[str, ...]:
    """Return the lines of a text in ``room`` points; ``indent`` shortens the first.

    No line begins with a closing mark or ends with an opening one; figures and Latin words
    stay whole while a line can hold them. A line break in the text stays one.
    """
    lines: list[str] = []
    for number, paragraph in enumerate(clean(text).splitlines()):
        lines += _fill(paragraph, role, size, room, 0 if number else indent)
    return tuple(lines) or ("",)


def _fill(text: str, role: Role, size: float, room: float, indent: float) -> list[str]:
    lines, line, left = [], "", room - indent
    for atom in _atoms(text, role, size, room):
        wide = width(atom, role, size)
        if wide > left + 0.01 and line.strip():
            lines.append(line.rstrip())
            line, left = "", room
            atom = atom.lstrip()  # noqa: PLW2901  # a line does not begin with a blank
            wide = width(atom, role, size)
        line += atom
        left -= wide
    return [*lines, line.rstrip()]


def _atoms(text: str, role: Role, size: float, room: float) -> list[str]:
    """Return the pieces a line may not break; one longer than a line breaks anywhere."""
    pieces: list[str] = []
    for atom in _ATOM.findall(text):
        pieces += [atom] if width(atom, role, size) <= room else list(atom)
    return pieces
