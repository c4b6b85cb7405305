"""The veil over the window, a hole in it, and the card that says what is seen through the hole."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget
from shiboken6 import isValid

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.tour.presenter import TourPresenter
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label

_WIDE = 380
_VEIL = 120
"""How dark the veil is, of 255."""
_ONWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TourPage(QWidget):
    """Lies over the whole window; keys and clicks go to it until it is gone."""

    ended = Signal()

    def __init__(self, over: QWidget, find: Callable[[str], QWidget | None]) -> None:
        """``find`` returns the part of a name, or None where it is not there now."""
        super().__init__(over)
        self._over, self._find = over, find
        self._focused = QApplication.focusWidget()
        self._presenter = TourPresenter()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("导览"))
        self.card = Card()
        self.card.setParent(self)
        self.title = Label("", Text.HEADING, wrap=True)
        self.text = Label("", Text.BODY, wrap=True)
        self.progress = Label("", Text.SMALL, Shade.SECOND)
        self.skip = Button(tr("跳过"), Kind.QUIET)
        self.before = Button(tr("上一步"))
        self.onward = Button(tr("下一步"), Kind.PRIMARY)
        self._arrange()
        self.skip.clicked.connect(self.end)
        self.before.clicked.connect(lambda: self.move_on(-1))
        self.onward.clicked.connect(lambda: self.move_on(1))
        over.installEventFilter(self)
        self.resize(over.size())
        self._show_stop()
        self.show()
        self.raise_()
        self.setFocus()

    def move_on(self, distance: int) -> None:
        """Go to the next card or the one before; after the last it ends."""
        if distance > 0 and self._presenter.is_last:
            self.end()
            return
        self._presenter.move(distance)
        self._show_stop()
        self.setFocus()

    def end(self) -> None:
        self._over.removeEventFilter(self)
        self.hide()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self.ended.emit()
        self.deleteLater()

    def hole(self) -> QRect:
        """Return the part pointed at, in our coordinates; empty where it is the whole window."""
        part = self._find(self._presenter.stop.target)
        if part is None or not part.isVisible():
            return QRect()
        edge = look.current().px(Gap.TINY)
        seen = part.visibleRegion().boundingRect()
        found = seen.translated(part.mapTo(self._over, QPoint(0, 0)))
        return QRect() if seen.isEmpty() else found.adjusted(-edge, -edge, edge, edge)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002, FBT001  # as Qt calls it
        """Keep the focus: what lies below is out of reach until the tour is over."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ONWARD:
            self.move_on(1)
        elif event.key() == Qt.Key.Key_Left:
            self.move_on(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks from what lies below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.resize(self._over.size())
            self._place_card()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        hole = QRectF(self.hole())
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not hole.isEmpty():
                open_part = QPainterPath()
                open_part.addRoundedRect(hole, now.px(Size.RADIUS), now.px(Size.RADIUS))
                veil = veil.subtracted(open_part)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, _VEIL))
            painter.drawPath(veil)
            if not hole.isEmpty():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.paint(now.colours.focus), now.px(3)))
                painter.drawRoundedRect(hole, now.px(Size.RADIUS), now.px(Size.RADIUS))

    def _arrange(self) -> None:
        px = look.current().px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(Gap.SMALL))
        buttons.addWidget(self.progress)
        buttons.addStretch()
        for button, key in ((self.skip, "Esc"), (self.before, "←"), (self.onward, "→")):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(f"{button.text()} ({key})")
            button.setAccessibleDescription(tr("快捷键 {key}", key=key))
            buttons.addWidget(button)
        for widget in (self.title, self.text):
            self.card.add(widget)
        self.card.body.addLayout(buttons)

    def _show_stop(self) -> None:
        now = self._presenter
        _bring_into_sight(self._find(now.stop.target))
        self.title.setText(now.stop.title)
        self.text.setText(now.stop.text)
        self.progress.setText(now.progress)
        self.onward.setText(now.onward)
        self.onward.setToolTip(f"{now.onward} (→)")
        self.before.setVisible(not now.is_first)
        self.skip.setVisible(not now.is_last)
        self.setAccessibleDescription(
            tr("{title}。{text}", title=now.stop.title, text=now.stop.text)
        )
        self._place_card()
        self.update()

    def _place_card(self) -> None:
        """Put the card beside the hole: right of it, else below, above, or in the middle."""
        px = look.current().px
        wide = min(px(_WIDE), self.rect().width() - 2 * px(Gap.LARGE))
        self.card.setFixedWidth(wide)
        layout = self.card.layout()
        high = layout.heightForWidth(wide) if layout is not None else 0
        self.card.setFixedHeight(max(high, self.card.minimumSizeHint().height()))
        size, hole, gap = self.card.size(), self.hole(), px(Gap.LARGE)
        spots = (
            QPoint(hole.right() + gap, hole.top()),
            QPoint(hole.left(), hole.bottom() + gap),
            QPoint(hole.left(), hole.top() - gap - size.height()),
        )
        middle = self.rect().center() - QPoint(size.width() // 2, size.height() // 2)
        if hole.isEmpty():
            self.card.move(middle)
            return
        here = self.rect().adjusted(gap, gap, -gap, -gap)
        for spot in spots:
            put = QRect(spot, size)
            put.moveLeft(max(here.left(), min(put.left(), here.right() - size.width())))
            put.moveTop(max(here.top(), min(put.top(), here.bottom() - size.height())))
            if not put.intersects(hole):
                self.card.move(put.topLeft())
                return
        self.card.move(middle)


def _bring_into_sight(part: QWidget | None) -> None:
    """Scroll whatever the part lies in; letters may be so large that it is not in sight."""
    above = part
    while part is not None and above is not None:
        above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
