"""A table whose rows are all at hand."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from caseworker_app.desktop.faces import Cell, Column
from caseworker_app.desktop.widgets.lazy_model import PAGE
from caseworker_app.desktop.widgets.lazy_table import LazyTable

R = TypeVar("R")


class HeldTable(LazyTable[R], Generic[R]):
    """Shows the rows given to ``hold``; the place in the list stays when they are given anew."""

    def __init__(
        self, name: str, columns: Sequence[Column], cells: Callable[[R], Sequence[Cell]]
    ) -> None:
        self._held: Sequence[R] = ()
        super().__init__(name, columns, cells, self._give)

    def hold(self, rows: Sequence[R]) -> None:
        """Replace the rows."""
        before = self.currentIndex().row()
        self._held = rows
        self.set_rows(range(len(rows)), rows[:PAGE])
        if rows:
            self.go_to(min(max(before, 0), len(rows) - 1))

    def held(self) -> Sequence[R]:
        return self._held

    def _give(self, ids: Sequence[int], put: Callable[[Sequence[R]], None]) -> None:
        put([self._held[at] for at in ids])
