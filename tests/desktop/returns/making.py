"""Use cases of what came back that remember what they were asked, and pages of an invented day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from caseworker_app.desktop.returns.presenter import Home, ReturnActions
from caseworker_app.errors import UserError
from caseworker_app.workflow.papers.returning import Aside, Batch, Choice, Double, Filed, Taken

WAITS = Aside("p1", "扫描0001.pdf", 3, "这一页没有二维码，或被遮住、撕掉了。请指明是哪户的哪份表。")
NEXT = Aside("p2", "扫描0001.pdf", 4, "330106-2026-F06a-000003号文书已作废（金额写错）。")
FILED = Filed("h1", "王芳", "F10", "送达回证", "330106-2026-F10-000012", ("p3", "p4"), False, "")
BY_HAND = Filed(
    "h2", "李建国", "F02", "授权书", "", ("p5",), True, "手写的内容不会自动录入。请照着填写并发出。"
)
DOUBLE = Double("p3", "扫描0001 (1).pdf", 1, "已归到王芳户的《送达回证》")
HOMES = (Home("h1", "王芳　河埠村　33019900012"), Home("h2", "王建华　上叶村　33019900077"))
CHOICES = (
    Choice("F10", "330106-2026-F10-000012", "送达回证"),
    Choice("F01", "", "入户核查表"),
)


@dataclass
class Tray:
    """A file is read as its name says: ``坏`` is refused, anything else gives one of each."""

    aside: tuple[Aside, ...] = ()
    folder: str = ""
    drawn: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    assigned: list[tuple[tuple[str, ...], str, Choice]] = field(default_factory=list)
    away: list[tuple[tuple[str, ...], str]] = field(default_factory=list)

    def actions(self) -> ReturnActions:
        return ReturnActions(
            read=_read,
            take=self._take,
            aside=lambda: self.aside,
            homes=lambda typed: tuple(home for home in HOMES if typed in home.text),
            choices=lambda _home: CHOICES,
            assign=self._assign,
            put_away=lambda ids, reason: self.away.append((tuple(ids), reason)),
            picture=self._picture,
            phone_folder=lambda: self.folder,
        )

    def _picture(self, page: str) -> bytes:
        self.drawn.append(page)
        return picture(page)

    def _take(self, batch: Batch) -> Taken:
        self.taken.append(batch.name)
        return Taken(batch.name, "", [FILED, BY_HAND], [WAITS, NEXT], [DOUBLE], 2)

    def _assign(self, ids: Sequence[str], home: str, choice: Choice) -> Filed:
        self.assigned.append((tuple(ids), home, choice))
        return Filed(home, "王芳", choice.form, choice.title, choice.number, tuple(ids), False, "")


@cache
def picture(text: str) -> bytes:
    """Return a page that looks like one."""
    page = Image.new("RGB", (1654, 2339), "white")
    draw = ImageDraw.Draw(page)
    draw.text((140, 120), text, fill="black", font_size=60)
    for row in range(30):
        draw.line((140, 300 + row * 62, 1500, 300 + row * 62), fill="grey", width=3)
    out = BytesIO()
    page.save(out, "JPEG")
    return out.getvalue()


def _read(path: Path) -> Batch:
    if "坏" in path.name:
        raise UserError(f"“{path.name}”读不出来，可能已损坏。请重新扫描后再收。")
    return Batch(path.name, "sha256:00", ())
