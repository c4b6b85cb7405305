"""What came back, each with its thumbnail, what became of it and why."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.returns.presenter import RowView, State
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Text, Tone
from caseworker_app.desktop.tongue import tr

_KEY, _PAGE, _TONE, _DRAWN = (Qt.ItemDataRole.UserRole + n for n in range(4))
_THUMB = (62, 88)
_EDGE = 5
_TONES = {State.ASIDE: Tone.ORANGE, State.FILED: Tone.GREEN, State.DOUBLE: Tone.GREY}


class PageList(QListWidget):
    """Arrows move, Shift and Ctrl choose several."""

    chose = Signal()

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        px = look.current().px
        self._pictures = pictures
        self.setAccessibleName(tr("收回的页"))
        self.setFont(look.current().font(Text.BODY))
        self.setWordWrap(True)
        self.setSpacing(px(2))
        self.setIconSize(QSize(px(_THUMB[0]), px(_THUMB[1])))
        self._none = _empty(self.iconSize())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumHeight(px(_THUMB[1] + Gap.WIDE))
        self.itemSelectionChanged.connect(self.chose)
        pictures.came.connect(lambda _page: self._paint())
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._paint())

    def show_rows(self, rows: Sequence[RowView]) -> None:
        """Show the rows; what is chosen and still there stays chosen."""
        chosen, here = set(self.keys()), self.currentRow()
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.state.value}  {row.title}\n{row.note}")
            item.setData(_KEY, row.key)
            item.setData(_PAGE, row.page)
            item.setData(_TONE, _TONES[row.state])
            item.setIcon(self._none)
            self.addItem(item)
            item.setSelected(row.key in chosen)
        if rows and not self.selectedItems():
            self.setCurrentRow(min(max(here, 0), len(rows) - 1))
        self.blockSignals(False)
        self._paint()
        self.chose.emit()

    def keys(self) -> tuple[str, ...]:
        """Return the rows that are chosen, in their order."""
        items = (self.item(at) for at in range(self.count()))
        return tuple(str(item.data(_KEY)) for item in items if item.isSelected())

    def page(self) -> str:
        """Return the page whose picture is to be shown, or ""."""
        if self.currentRow() < 0:
            return ""
        return str(self.currentItem().data(_PAGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def _paint(self) -> None:
        """Show the thumbnails of the rows in sight: a stack from the scanner has hundreds."""
        room = self.viewport().rect()
        for at in range(self.count()):
            item = self.item(at)
            if not item.data(_DRAWN) and self.visualItemRect(item).intersects(room):
                small = self._pictures.small(str(item.data(_PAGE)))
                if not small.isNull():
                    item.setIcon(_icon(small, Tone(item.data(_TONE))))
                    item.setData(_DRAWN, True)


def _empty(size: QSize) -> QIcon:
    """Return what keeps the room of a thumbnail: a row that grew would push others out of sight."""
    nothing = QPixmap(size)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)


def _icon(picture: QPixmap, tone: Tone) -> QIcon:
    """Return the thumbnail with an edge in the colour of what became of the page."""
    now, marked = look.current(), QPixmap(picture)
    wide = marked.width() * _EDGE // _THUMB[0]
    with QPainter(marked) as painter:
        painter.fillRect(0, 0, wide, marked.height(), look.paint(now.tone(tone).text))
    icon = QIcon(marked)
    icon.addPixmap(marked, QIcon.Mode.Selected)
    return icon
