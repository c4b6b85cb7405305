"""The tiles of the contact sheet in their groups."""

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.evidence.presenter import Group, Tile
from caseworker_app.desktop.evidence.tile import WIDE, TileButton
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.rules.evidence import AUDIO

_TAB = Qt.FocusPolicy.StrongFocus
"""Of the chosen tile alone: Tab leaves the wall with the choice as it is, arrows move in it."""


class Wall(Scroll):
    """Whatever stands above the tiles is added to ``body`` before ``finish``."""

    chosen = Signal(str)
    opened = Signal(str)
    dropped = Signal(QMimeData, str)
    """What was dropped, and the place of the tile it was dropped on."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.tiles: dict[str, TileButton] = {}
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._inside = QWidget()
        self._groups = QVBoxLayout(self._inside)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(look.current().px(Gap.SMALL))
        self.body.setSpacing(look.current().px(Gap.MEDIUM))
        self.setMinimumWidth(look.current().px(WIDE + 2 * Gap.LARGE))
        pictures.came.connect(self._came)

    def finish(self) -> None:
        self.body.addWidget(self._inside)
        self.body.addStretch()

    def show_groups(self, groups: tuple[Group, ...], current: str) -> None:
        """Show the tiles; they are made anew only where one came or went."""
        shape = tuple((g.title, tuple(t.key for t in g.tiles)) for g in groups)
        if shape != self._shape:
            had = self.window().focusWidget() in self.tiles.values()
            self._shape = shape
            clear(self._groups)
            self.tiles = {}
            for group in groups:
                self._groups.addWidget(Label(group.title, Text.SMALL, Shade.SECOND))
                self._groups.addWidget(self._row(group))
            if had:
                self.focus(current)
        entry = current if current in self.tiles else next(iter(self.tiles), "")
        for tile in (tile for group in groups for tile in group.tiles):
            button = self.tiles[tile.key]
            button.show_tile(tile, chosen=tile.key == current)
            button.setFocusPolicy(_TAB if tile.key == entry else Qt.FocusPolicy.ClickFocus)
            if tile.sha and tile.role != AUDIO and not button.has_picture():
                button.set_picture(self._pictures.small(tile.sha))

    def focus(self, key: str) -> None:
        """Put the focus on a tile, where it can be seen."""
        tile = self.tiles.get(key)
        if tile is not None and self.isVisible():
            tile.setFocus()

    def _row(self, group: Group) -> QWidget:
        row = QWidget()
        flow = Flow(row, Gap.SMALL)
        for tile in group.tiles:
            self.tiles[tile.key] = button = self._tile(tile)
            flow.addWidget(button)
        return row

    def _tile(self, tile: Tile) -> TileButton:
        button, key = TileButton(tile), tile.key
        button.focused.connect(lambda: self.chosen.emit(key))
        button.clicked.connect(button.setFocus)
        button.opened.connect(lambda: self.opened.emit(key))
        button.moved.connect(partial(self._move, key))
        button.dropped.connect(lambda mime: self.dropped.emit(mime, button.tile.place))
        return button

    def _move(self, key: str, across: int, down: int) -> None:
        """Go to a neighbour: along the row, or to the nearest in the row above or below."""
        order = list(self.tiles)
        if across:
            here = order.index(key)
            target = order[max(0, min(here + across, len(order) - 1))]
        else:
            target = self._beyond(key, down)
        self.tiles[target].setFocus()

    def _beyond(self, key: str, down: int) -> str:
        corner = QPoint(0, 0)
        places = {one: tile.mapTo(self._inside, corner) for one, tile in self.tiles.items()}
        at = places[key]
        rows = sorted({p.y() for p in places.values() if (p.y() - at.y()) * down > 0})
        if not rows:
            return key
        row = rows[0] if down > 0 else rows[-1]
        there = (one for one, place in places.items() if place.y() == row)
        return min(there, key=lambda one: abs(places[one].x() - at.x()))

    def _came(self, sha: str) -> None:
        for button in self.tiles.values():
            if button.tile.sha == sha and not button.has_picture():
                button.set_picture(self._pictures.small(sha))
