"""The work of a delivery, the same for whoever delivers: records of 4 KB and PDFs of 80 KB.

Nothing but the standard library, so that every rival's own interpreter can read it.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

_RECORDS = "records.jsonl"
_SIZE = 79_300
"""Bytes of what a scan or a photo in a PDF comes to; nothing makes it smaller."""
_SAID = (
    "家庭人均收入、存款、车辆与房产经入户核实相符",
    "本人自述在镇上打零工，收入不固定，雇主未出具证明",
    "邻居与村干部反映情况属实，无异议",
    "所填与比对结果不一致，已当面询问并记入备注",
    "与上次核查相比无变化，相关凭证已现场查验",
)


def make(folder: Path, count: int, *, files: bool) -> None:
    """Write so many records, each with its PDF where there are files; the same every time."""
    folder.mkdir()
    drawn = random.Random(count)
    with (folder / _RECORDS).open("w", encoding="utf-8") as lines:
        for number in range(count):
            answers = {f"/answers/q{place:02d}/value": _answer(drawn) for place in range(36)}
            said = {"/paper_number": f"330110-2026-F01-{number:06d}", **answers}
            lines.write(json.dumps(said, ensure_ascii=False) + "\n")
            if files:
                (folder / f"{number:04d}.pdf").write_bytes(_pdf(drawn.randbytes(_SIZE)))


def records(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the records in their order."""
    with (folder / _RECORDS).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def lines(folder: Path) -> bytes:
    """Return the records as one text."""
    return (folder / _RECORDS).read_bytes()


def pdfs(folder: Path) -> list[Path]:
    """Return the PDFs in the order of their records."""
    return sorted(folder.glob("*.pdf"))


def size(folder: Path) -> int:
    """Return the bytes of all of it."""
    return sum(file.stat().st_size for file in folder.iterdir())


def _answer(drawn: random.Random) -> str:
    return f"{drawn.choice(_SAID)}{drawn.randrange(10**6)}"


def _pdf(picture: bytes) -> bytes:
    """Return one empty page with a picture beside it."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(picture), picture),
    )
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    return b"%s%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        body, table, size, len(body),
    )  # fmt: skip
