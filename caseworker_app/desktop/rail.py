"""The rail at the left of the window: the mark and the way to each page."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QFontMetrics,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text
from caseworker_app.desktop.tongue import tr

_MARK = 32
_ENTRY = 42
_STACKED = 56
_LEAST, _LEAST_HIGH = 38, 24
_BRAND_FROM = 560
"""Height at scale 1 from which there is room for the mark."""


class _Brand(QWidget):
    """The mark and the name."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("低保复核"))
        self.setFixedHeight(look.current().px(_MARK + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(now.px(4), 1, now.px(_MARK), now.px(_MARK))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.paint(now.colours.accent))
            painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))
            painter.setPen(now.shade(Shade.ON_ACCENT))
            painter.setFont(now.font(Text.HEADING))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("核"))
            name = QRectF(self.rect())
            name.setLeft(box.right() + now.px(Gap.MEDIUM))
            if name.width() > now.px(60):
                painter.setPen(now.shade(Shade.TEXT))
                painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, tr("低保复核"))


class _Entry(QAbstractButton):
    def __init__(self, title: str, icon: str, key: str, *, page: bool = True) -> None:
        super().__init__()
        self.setText(title)
        self.setIcon(icons.icon(icon, Shade.SECOND, Shade.ACCENT if page else None))
        self.setCheckable(page)
        QShortcut(QKeySequence(key), self, self.click)
        self.setToolTip(f"{title} ({key})")
        self.setAccessibleName(title)
        self.setAccessibleDescription(tr("快捷键 {key}", key=key))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        now = look.current()
        return QSize(now.px(_LEAST), now.px(_STACKED if now.large else _ENTRY))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(_LEAST), look.current().px(_LEAST_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = look.current()
        colours, chosen = now.colours, self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QPen(look.paint(colours.focus), now.px(Size.FOCUS))
            painter.setPen(ring if self.hasFocus() else Qt.PenStyle.NoPen)
            ground = colours.accent_soft if chosen else colours.hover
            empty = Qt.BrushStyle.NoBrush
            painter.setBrush(look.paint(ground) if chosen or self.underMouse() else empty)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, now.px(Size.RADIUS), now.px(Size.RADIUS))
            words = box.adjusted(now.px(10 + Size.ICON + Gap.MEDIUM), 0, 0, 0)
            is_wide = words.width() > now.px(40)
            if now.large and not is_wide:
                self._paint_stacked(painter)
                return
            side = icons.side()
            state = QIcon.State.On if chosen else QIcon.State.Off
            picture = self.icon().pixmap(side, QIcon.Mode.Normal, state)
            top = (self.rect().height() - side.height()) // 2
            painter.drawPixmap(QPoint(now.px(10), top), picture)
            if is_wide:
                self._write(painter, words, Qt.AlignmentFlag.AlignVCenter)

    def _paint_stacked(self, painter: QPainter) -> None:
        """Put the word below the picture; where there is no height for both, the word alone."""
        now, side = look.current(), icons.side()
        word = QFontMetrics(now.font(Text.BODY)).height()
        box, gap = QRectF(self.rect()), now.px(2)
        both = side.height() + gap + word
        if both + now.px(Gap.SMALL) > box.height():
            self._write(painter, box, Qt.AlignmentFlag.AlignCenter)
            return
        top = round((box.height() - both) / 2)
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        picture = self.icon().pixmap(side, QIcon.Mode.Normal, state)
        painter.drawPixmap(QPoint(round((box.width() - side.width()) / 2), top), picture)
        box.setTop(top + side.height() + gap)
        self._write(painter, box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _write(self, painter: QPainter, box: QRectF, where: Qt.AlignmentFlag) -> None:
        now, chosen = look.current(), self.isChecked()
        painter.setFont(now.font(Text.STRONG if chosen else Text.BODY))
        painter.setPen(now.shade(Shade.ACCENT if chosen else Shade.TEXT))
        painter.drawText(box, where, self.text())


class Rail(QWidget):
    """Alt+1 … go to the pages; only icons stay where the window is narrow."""

    asked = Signal(str)
    lock_asked = Signal()
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.setAccessibleName(tr("页面"))
        self._group = QButtonGroup(self)
        self._entries: dict[str, _Entry] = {}
        self._acts: dict[str, _Entry] = {}
        self._brand = _Brand()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            px(Gap.MEDIUM), px(Gap.MEDIUM), px(Gap.MEDIUM), px(Gap.MEDIUM)
        )
        self._column.setSpacing(px(Gap.TINY))
        self._column.addWidget(self._brand)
        self._gap = QSpacerItem(0, px(Gap.LARGE))
        self._column.addSpacerItem(self._gap)
        self._places = QVBoxLayout()
        self._places.setSpacing(px(Gap.TINY))
        self._column.addLayout(self._places)
        self._column.addStretch()
        self._foot = QVBoxLayout()
        self._foot.setSpacing(px(Gap.TINY))
        self._column.addLayout(self._foot)
        self._act(tr("帮助"), "question_circle", "F1", self.help_asked)
        self._act(tr("锁定"), "lock_closed", "Ctrl+L", self.lock_asked)

    def add(self, name: str, title: str, icon: str, key: str = "") -> None:
        """Add the way to a page; the first gets Alt+1, one with a key of its own stands below."""
        entry = _Entry(title, icon, key or f"Alt+{self._places.count() + 1}")
        entry.clicked.connect(lambda: self.asked.emit(name))
        self._group.addButton(entry)
        self._entries[name] = entry
        if key:
            self._foot.insertWidget(0, entry)
        else:
            self._places.addWidget(entry)

    def entry(self, name: str) -> QWidget | None:
        """Return the way to a page or an act, to be pointed at."""
        return self._entries.get(name) or self._acts.get(name)

    def _act(self, title: str, icon: str, key: str, told: SignalInstance) -> None:
        entry = self._acts[title] = _Entry(title, icon, key, page=False)
        entry.clicked.connect(told)
        self._foot.addWidget(entry)

    def mark(self, name: str) -> None:
        """Show a page as the one in sight; a page without entry leaves the mark where it is."""
        if name in self._entries:
            self._entries[name].setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        now = look.current()
        slim = Size.RAIL_LARGE if now.large else Size.RAIL_NARROW
        self.setFixedWidth(now.px(slim if narrow else Size.RAIL))
        edge = now.px(Gap.TINY if now.large and narrow else Gap.MEDIUM)
        self._column.setContentsMargins(edge, now.px(Gap.MEDIUM), edge, now.px(Gap.MEDIUM))

    def minimumSizeHint(self) -> QSize:
        """Return what the ways need; the mark goes where there is no room for it."""
        px, ways = look.current().px, len(self._entries) + len(self._acts)
        high = ways * px(_LEAST_HIGH) + (ways + 2) * px(Gap.TINY) + 2 * px(Gap.MEDIUM)
        return QSize(self.minimumWidth(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.rect().height() >= look.current().px(_BRAND_FROM)
        self._brand.setVisible(has_room)
        self._gap.changeSize(0, look.current().px(Gap.LARGE) if has_room else 0)
        self._column.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.current().colours
        with QPainter(self) as painter:
            look.fill(painter, self.rect(), colours.surface)
            painter.setPen(look.paint(colours.line))
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
