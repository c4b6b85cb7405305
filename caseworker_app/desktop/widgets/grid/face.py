"""What a sheet shows, without Qt: columns, rows, cells, and what a person entered in them."""

from dataclasses import dataclass

from caseworker_app.desktop.faces import ChipFace
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.grid.kinds import Kind, Value


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: key, heading, least width in pixels at scale 1, share of the room left over."""

    key: str
    title: str
    least: int
    grows: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell; without a kind it is only read."""

    value: Value = None
    kind: Kind | None = None
    text: str = ""
    """What a cell that is only read shows."""
    chip: ChipFace | None = None
    faint: bool = False
    strong: bool = False

    @property
    def shown(self) -> str:
        if self.chip is not None:
            return self.chip.text
        return self.kind.shown(self.value) if self.kind else self.text

    @property
    def typed(self) -> str:
        """Return what stands in the editor when the cell is opened, and in a copied block."""
        return self.kind.typed(self.value) if self.kind else self.shown

    @property
    def spoken(self) -> str:
        if self.chip is not None:
            return self.chip.name
        unit = self.kind.unit if self.kind and self.shown else ""
        return f"{self.shown} {unit}".strip() or (tr("空") if self.kind else "")


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row by its id, with its name for who cannot see it."""

    id: str
    name: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A value a person gave a cell."""

    row: str
    column: str
    value: Value


@dataclass(frozen=True, slots=True)
class Wrong:
    """A text that was not taken, as it was typed, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class NewRows:
    """How many rows may be added by a paste, and the sentence that says why not more."""

    room: int = 0
    why: str = tr("表里的行是固定的")
