"""The pages of one paper, one below the other, as they will leave the printer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from caseworker_app.desktop.printing.machine import image
from caseworker_app.desktop.printing.presenter import PrintActions
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.printing import Printable, Sheet

_A4_WIDTH, _A4_HEIGHT = 210, 297
_INCHES = _A4_WIDTH / 25.4
_WIDEST = 900
"""Pixels of a page at scale 1; wider than that nobody reads better."""


class Preview(QWidget):
    """Pages are drawn when the paper is shown, at the width there is."""

    def __init__(
        self, tasks: Tasks, actions: PrintActions, failed: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._tasks, self._actions, self._failed = tasks, actions, failed
        self.key = ""
        self._pdf = b""
        self._empty = EmptyState()
        self._scroll = Scroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("预览"))
        self.pages: list[QLabel] = []
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        self.wait()

    def wait(self) -> None:
        """Say that it is not known yet what there is."""
        self._empty.say("document_search", tr("正在查看今天的表"))
        self._stack.setCurrentWidget(self._empty)

    def title(self) -> str:
        """Return what is said in place of a paper, or ""."""
        return self._empty.title() if self._stack.currentWidget() is self._empty else ""

    def clear(self) -> None:
        self.key = ""
        self._empty.say("print", tr("还没选表"), tr("在列表里点一户，这里显示它的表。"))
        self._stack.setCurrentWidget(self._empty)

    def show_paper(self, paper: Printable) -> None:
        """Fetch a paper and draw it; whoever is asked for later wins."""
        self.key = key = paper.key
        self._empty.say("document_search", tr("正在打开"))
        self._stack.setCurrentWidget(self._empty)
        self._tasks.on_database(
            self, lambda: self._actions.pdf(paper), lambda pdf: self._opened(key, pdf), self._fail
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for label in self.pages:
            _fit(label, self._wide())

    def _opened(self, key: str, pdf: bytes) -> None:
        if key == self.key:
            self._pdf = pdf
            pages = self._actions.pages
            self._tasks.on_paper(
                self, lambda: pages(pdf), lambda count: self._counted(key, count), self._fail
            )

    def _counted(self, key: str, count: int) -> None:
        if key != self.key:
            return
        for label in self.pages:
            self._scroll.body.removeWidget(label)
            label.deleteLater()
        self.pages = [_page(number + 1, count) for number in range(count)]
        for number, label in enumerate(self.pages):
            _fit(label, self._wide())
            self._scroll.body.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._draw(key, number)
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)

    def _draw(self, key: str, number: int) -> None:
        pdf, dpi = self._pdf, self._wide() * self.devicePixelRatioF() / _INCHES

        def drawn(sheet: Sheet) -> None:
            if key == self.key:
                self.pages[number].setPixmap(QPixmap.fromImage(image(sheet)))

        picture = self._actions.picture
        self._tasks.on_paper(self, lambda: picture(pdf, number, dpi), drawn, self._fail)

    def _wide(self) -> int:
        px = look.current().px
        return max(px(200), min(px(_WIDEST), self.rect().width() - px(Gap.WIDE)))

    def _fail(self, error: Exception) -> None:
        self.clear()
        self._failed(error)


def _page(number: int, count: int) -> QLabel:
    label = QLabel()
    label.setScaledContents(True)
    label.setAccessibleName(tr("第 {number} 页，共 {count} 页", number=number, count=count))
    label.setStyleSheet(f"background: {look.current().colours.paper}")
    return label


def _fit(label: QLabel, wide: int) -> None:
    label.setFixedSize(wide, wide * _A4_HEIGHT // _A4_WIDTH)
