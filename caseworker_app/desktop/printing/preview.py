"""The pages of one paper, one below the other, as they will leave the printer."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from caseworker_app.desktop.printing.machine import image
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.printing import Sheet

_A4_WIDTH, _A4_HEIGHT = 210, 297
_UPRIGHT = _A4_HEIGHT / _A4_WIDTH
_INCHES = _A4_WIDTH / 25.4
_WIDEST = 900
"""Pixels of a page at scale 1; wider than that nobody reads better."""


class Drawing(Protocol):
    """How the pages of a PDF are counted and drawn."""

    @property
    def pages(self) -> Callable[[bytes], int]: ...

    @property
    def picture(self) -> Callable[[bytes, int, float], Sheet]: ...


class Preview(QWidget):
    """Pages are drawn when the paper is shown, at the width there is."""

    def __init__(self, tasks: Tasks, drawing: Drawing, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._tasks, self._drawing, self._failed = tasks, drawing, failed
        self.key = self._laid = ""
        self._pdf = b""
        self._empty = EmptyState()
        self._scroll = Scroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("预览"))
        self.pages: list[PageLabel] = []
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)

    def say(self, icon: str, title: str, text: str = "") -> None:
        """Say something in place of a paper."""
        self.key = ""
        self._empty.say(icon, title, text)
        self._stack.setCurrentWidget(self._empty)

    def title(self) -> str:
        """Return what is said in place of a paper, or ""."""
        return self._empty.title() if self._stack.currentWidget() is self._empty else ""

    def show_pdf(self, key: str, fetch: Callable[[], bytes]) -> None:
        """Fetch a paper and draw it; whoever is asked for later wins.

        One that is in sight already stays there until it is drawn anew.
        """
        if key != self.key:
            self.key = key
            self._empty.say("document_search", tr("正在打开"))
            self._stack.setCurrentWidget(self._empty)
        self._tasks.on_database(self, fetch, lambda pdf: self._opened(key, pdf), self._fail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for label in self.pages:
            label.fit(self._wide())

    def _opened(self, key: str, pdf: bytes) -> None:
        if key == self.key:
            self._pdf = pdf
            pages = self._drawing.pages
            self._tasks.on_paper(
                self, lambda: pages(pdf), lambda count: self._counted(key, count), self._fail
            )

    def _counted(self, key: str, count: int) -> None:
        if key != self.key:
            return
        if key != self._laid or count != len(self.pages):
            self._laid = key
            self._lay(count)
        if self._stack.currentWidget() is not self._scroll:
            self._scroll.verticalScrollBar().setValue(0)
            self._stack.setCurrentWidget(self._scroll)
        for number in range(count):
            self._draw(key, number)

    def _lay(self, count: int) -> None:
        """Lay out so many empty pages."""
        for label in self.pages:
            self._scroll.body.removeWidget(label)
            label.deleteLater()
        self.pages = [PageLabel(number + 1, count) for number in range(count)]
        for label in self.pages:
            label.fit(self._wide())
            self._scroll.body.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)

    def _draw(self, key: str, number: int) -> None:
        pdf, dpi = self._pdf, self._wide() * self.devicePixelRatioF() / _INCHES

        def drawn(sheet: Sheet) -> None:
            if key == self.key and number < len(self.pages):
                self.pages[number].show_sheet(sheet, self._wide())

        picture = self._drawing.picture
        self._tasks.on_paper(self, lambda: picture(pdf, number, dpi), drawn, self._fail)

    def _wide(self) -> int:
        px = look.current().px
        return max(px(200), min(px(_WIDEST), self.rect().width() - px(Gap.WIDE)))

    def _fail(self, error: Exception) -> None:
        self.say("error_circle", tr("没有画出来"))
        self._failed(error)


class PageLabel(QLabel):
    """One page, as wide as it is told and as high as its sheet is."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__()
        self._tall = _UPRIGHT
        self.setScaledContents(True)
        self.setAccessibleName(tr("第 {number} 页，共 {count} 页", number=number, count=count))
        self.setStyleSheet(f"background: {look.current().colours.paper}")

    def fit(self, wide: int) -> None:
        self.setFixedSize(wide, round(wide * self._tall))

    def show_sheet(self, sheet: Sheet, wide: int) -> None:
        self._tall = sheet.height / sheet.width
        self.fit(wide)
        self.setPixmap(QPixmap.fromImage(image(sheet)))
