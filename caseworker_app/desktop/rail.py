"""The rail at the left of the window: the mark and the way to each page."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text

_MARK = 32
_ENTRY = 42


class _Brand(QWidget):
    """The mark and the name."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("低保复核")
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
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "核")
            name = QRectF(self.rect())
            name.setLeft(box.right() + now.px(Gap.MEDIUM))
            if name.width() > now.px(60):
                painter.setPen(now.shade(Shade.TEXT))
                painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, "低保复核")


class _Entry(QAbstractButton):
    def __init__(self, title: str, icon: str, key: str, *, page: bool = True) -> None:
        super().__init__()
        self.setText(title)
        self.setIcon(icons.icon(icon, Shade.SECOND, Shade.ACCENT if page else None))
        self.setCheckable(page)
        QShortcut(QKeySequence(key), self, self.click)
        self.setToolTip(f"{title} ({key})")
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"快捷键 {key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(_ENTRY), look.current().px(_ENTRY))

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
            side = icons.side()
            state = QIcon.State.On if chosen else QIcon.State.Off
            picture = self.icon().pixmap(side, QIcon.Mode.Normal, state)
            top = (self.rect().height() - side.height()) // 2
            painter.drawPixmap(QPoint(now.px(10), top), picture)
            words = box.adjusted(now.px(10 + Size.ICON + Gap.MEDIUM), 0, 0, 0)
            if words.width() > now.px(40):
                painter.setFont(now.font(Text.STRONG if chosen else Text.BODY))
                painter.setPen(now.shade(Shade.ACCENT if chosen else Shade.TEXT))
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class Rail(QWidget):
    """Alt+1 … go to the pages; only icons stay where the window is narrow."""

    asked = Signal(str)
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.setAccessibleName("页面")
        self._group = QButtonGroup(self)
        self._entries: dict[str, _Entry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(Gap.MEDIUM), px(20), px(Gap.MEDIUM), px(Gap.MEDIUM))
        self._column.setSpacing(px(Gap.TINY))
        self._column.addWidget(_Brand())
        self._column.addSpacing(px(Gap.LARGE))
        self._places = QVBoxLayout()
        self._places.setSpacing(px(Gap.TINY))
        self._column.addLayout(self._places)
        self._column.addStretch()
        lock = _Entry("锁定", "lock_closed", "Ctrl+L", page=False)
        lock.clicked.connect(self.lock_asked)
        self._column.addWidget(lock)

    def add(self, name: str, title: str, icon: str) -> None:
        """Add the way to a page; the first gets Alt+1."""
        entry = _Entry(title, icon, f"Alt+{len(self._entries) + 1}")
        entry.clicked.connect(lambda: self.asked.emit(name))
        self._group.addButton(entry)
        self._entries[name] = entry
        self._places.addWidget(entry)

    def mark(self, name: str) -> None:
        """Show a page as the one in sight; a page without entry leaves the mark where it is."""
        if name in self._entries:
            self._entries[name].setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        self.setFixedWidth(look.current().px(Size.RAIL_NARROW if narrow else Size.RAIL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.current().colours
        with QPainter(self) as painter:
            look.fill(painter, self.rect(), colours.surface)
            painter.setPen(look.paint(colours.line))
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
