"""成批打印: papers of many households as one file, in the order of the round.

Every copy is written down as it is gathered; binding them needs no store.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from caseworker_app.documents.archival import About
from caseworker_app.documents.volume import Volume
from caseworker_app.errors import RefusedError
from caseworker_app.store.database import Connection
from caseworker_app.workflow import printing
from caseworker_app.workflow.printing import Printable
from caseworker_app.workflow.workspace import Workspace

_TITLE = "成批打印的文书和空白表"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One paper with its copies."""

    place: str
    """Village and head: the bookmark it lies under."""
    title: str
    draw: Callable[[], bytes]
    stamps: tuple[str, ...]
    """What stands at the foot of each copy, or ""."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Papers that are printed in one go, in their order."""

    leaves: tuple[Leaf, ...]
    day: date


def gather(ws: Workspace, orders: Sequence[tuple[Printable, int]], reason: str = "") -> Sheaf:
    """Return papers with so many copies of each, every copy written down.

    Raises as ``printing.copies``, RefusedError where there is none; then nothing is written down.
    """
    if not orders:
        raise RefusedError("没有要打印的。请先在清单中勾选。")
    with ws.database.write() as connection:
        leaves = tuple(_leaf(connection, ws, *order, reason) for order in orders)
    return Sheaf(leaves, ws.clock.today())


def bind(sheaf: Sheaf) -> bytes:
    """Return the file, a bookmark for each household and paper; raises as the papers do."""
    volume = Volume(About(_TITLE, "", "", sheaf.day))
    for leaf in sheaf.leaves:
        whole = leaf.draw()
        for stamp in leaf.stamps:
            bound = volume.add(whole, leaf.title, leaf.place)
            if stamp:
                volume.stamp(bound, stamp)
    return volume.data()


def _leaf(
    connection: Connection, ws: Workspace, wanted: Printable, number: int, reason: str
) -> Leaf:
    why = reason if wanted.copies else ""
    return Leaf(
        place=f"{wanted.village} {wanted.head}".strip(),
        title=wanted.title if wanted.blank else f"{wanted.title} {wanted.key}",
        draw=printing.drawing(connection, ws, wanted),
        stamps=printing.counted(connection, ws, wanted, number, why),
    )
