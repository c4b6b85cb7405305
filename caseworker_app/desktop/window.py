"""The frame: the rail, the page in sight, the line at the foot. Knows pages by name only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.rail import Rail
from caseworker_app.desktop.status import Status
from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import joined
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.room import Room, Stack

GENUINE = "Ctrl+Shift+Y"
"""Asks whether a paper somebody brought is genuine, on every page."""
_NARROW = 1100
"""Width at scale 1 below which the rail keeps only its icons."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: built when first shown. It may have ``shown()`` and ``search()``."""

    name: str
    title: str
    icon: str
    build: Callable[[], QWidget]
    in_rail: bool = True
    key: str = ""
    """A key of its own, for a page that stands at the foot of the rail."""


class StatusLine(QWidget):
    """What is only on this laptop, the network, who works here."""

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self._mark = QLabel()
        self.sentence = Label("", Text.SMALL, wrap=True)
        self._rest = Label("", Text.SMALL, Shade.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(Gap.WIDE), px(5), px(Gap.WIDE), px(5))
        row.setSpacing(px(Gap.SMALL))
        row.addWidget(self._mark)
        row.addWidget(self.sentence, 1)
        row.addWidget(self._rest)
        self.show_status(Status())

    def show_status(self, status: Status) -> None:
        colour = look.current().tone(status.tone).text
        calm = "laptop" if status.waiting else "checkmark_circle"
        picture = "warning" if status.notices else calm
        self._mark.setPixmap(icons.pixmap(picture, colour, 18))
        self.sentence.set_tone(status.tone)
        self.sentence.setText(status.sentence)
        self._rest.setText(" · ".join(filter(None, (status.network.value, status.person))))
        self.setAccessibleName(joined(status.sentence, self._rest.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.current().colours
        with QPainter(self) as painter:
            look.fill(painter, self.rect(), colours.surface)
            painter.setPen(look.paint(colours.line))
            painter.drawLine(self.rect().topLeft(), self.rect().topRight())


class Window(QWidget):
    """Shows the first page at once, the others when asked."""

    lock_asked = Signal()
    help_asked = Signal()
    page_shown = Signal(str)
    page_left = Signal(str)
    """Told before another page comes in sight."""
    papers_brought = Signal(list)
    """PDFs (paths) were chosen, or let go where nothing else takes them."""
    papers_asked = Signal()
    """The person wants to choose PDFs somebody brought."""

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self._specs = {page.name: page for page in pages}
        self._pages: dict[str, QWidget] = {}
        self._rail = Rail()
        self._stack = Stack()
        self.status = StatusLine()
        for page in pages:
            if page.in_rail:
                self._rail.add(page.name, page.title, page.icon, page.key)
        self._rail.asked.connect(self.go)
        self._rail.lock_asked.connect(self.lock_asked)
        self._rail.help_asked.connect(self.help_asked)
        self._arrange()
        self._keys()
        self.setAcceptDrops(True)
        self.go(pages[0].name)

    def go(self, name: str) -> QWidget:
        """Show a page and return it."""
        page = self.page(name)
        before = self._stack.currentWidget()
        if before is not None and before is not page:
            self.page_left.emit(self.current())
        self._stack.setCurrentWidget(page)
        self._rail.mark(name)
        shown = getattr(page, "shown", None)
        if callable(shown):
            shown()
        self.page_shown.emit(name)
        return page

    def page(self, name: str) -> QWidget:
        """Return a page, built if it was not yet."""
        if name not in self._pages:
            self._pages[name] = self._specs[name].build()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def current(self) -> str:
        """Return the name of the page in sight."""
        now = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is now)

    def part(self, name: str) -> QWidget | None:
        """Return the way to a page or an act at the left, to be pointed at."""
        return self._rail.entry(name)

    def show_status(self, status: Status) -> None:
        self.status.show_status(status)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _papers(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.papers_brought.emit(_papers(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.set_narrow(narrow=self.rect().width() < look.current().px(_NARROW))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Room(self._stack), 1)
        column.addWidget(self.status)
        row.addLayout(column, 1)

    def _keys(self) -> None:
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self._full_screen)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search)
        QShortcut(QKeySequence(GENUINE), self, self.papers_asked.emit)

    def _full_screen(self) -> None:
        frame = self.window()
        frame.setWindowState(frame.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _search(self) -> None:
        search = getattr(self._stack.currentWidget(), "search", None)
        if callable(search):
            search()


def _papers(mime: QMimeData) -> list[Path]:
    """Return the PDFs among what is dropped, by the ends of their names."""
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [file for file in files if file.suffix.lower() == ".pdf"]
