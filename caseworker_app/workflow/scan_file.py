"""A file of scanned pages, read in a process of its own.

Whoever brings a scan brings what a decoder may stumble over: a PDF or picture that hangs, crashes
or asks for all memory there is ends in a sentence, and the pages before it are kept. Reading needs
``intake`` for codes and pictures and ``documents`` for PDFs, which do not know each other; the
process imports nothing else of the application.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from caseworker_app.confined import Confined, Limits
from caseworker_app.documents import sheets
from caseworker_app.errors import UserError
from caseworker_app.intake import media_file, scan
from caseworker_app.intake.scan import Page
from caseworker_app.wire.canonical import sha256

_MEMORY = 2 << 30
_CPU_SECONDS = 900
"""For as many pages as are taken, on a slow laptop."""
_PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Batch:
    """A file that was read, not in the store yet."""

    name: str
    source: str
    """Hash of the file."""
    pages: tuple[Page, ...]
    problem: str = ""
    """Why it could not be read to its end, or ""; the pages before that are there."""


def read(path: Path) -> Batch:
    """Read a file of scanned pages; no store needed.

    Raises UserError or OutsideError where not one page can be read.
    """
    found: list[Page] = []
    problem = ""
    with Confined(_limits(path.name), pieces, path) as reading:
        each = iter(reading)
        source = next(each).decode()
        try:
            for piece in each:
                found.append(_page(piece))  # noqa: PERF401  # what came before the fault stays
        except UserError as error:
            problem = str(error)
            if not found:
                raise
    return Batch(path.name, source, tuple(found), problem)


def pieces(path: Path) -> Iterator[bytes]:
    """Yield the hash of a file, then its pages; raises as ``read`` does. Runs in the process."""
    data = media_file.read(path, scan.MOST_BYTES)
    yield sha256(data).encode()
    try:
        for page in scan.pages(data, sheets.drawn):
            told = json.dumps([page.number, page.codes, page.is_blank])
            yield told.encode() + b"\n" + page.jpeg
    except UserError as error:
        raise UserError(f"“{path.name}”{error}") from error


def _page(piece: bytes) -> Page:
    told, _, jpeg = piece.partition(b"\n")
    number, codes, is_blank = json.loads(told)
    return Page(number, jpeg, sha256(jpeg), tuple(codes), is_blank)


def _limits(name: str) -> Limits:
    return Limits(
        memory=_MEMORY,
        cpu_seconds=_CPU_SECONDS,
        patience=_PATIENCE,
        late=f"“{name}”有一页读了 {_PATIENCE} 秒还没有读完，已停止。"
        "请重新扫描这一页，或另存为图片后再收。",
        died=f"“{name}”读不下去：内容已损坏，或大得超出内存限度。请重新扫描，或分成几份再收。",
    )
