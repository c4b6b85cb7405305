"""A day, typed or picked from the calendar; it may be still unknown."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets import day_text
from caseworker_app.desktop.widgets.button import Button, Kind


class DayEdit(QWidget):
    """Alt+↓ or the button opens the calendar; what is typed is taken when the field is left."""

    picked = Signal(object)
    """The day (date or None) the person gave."""
    doubted = Signal(str)
    """Why what stands there can't be taken, or ""."""

    def __init__(self, today: date, *, ahead: bool = False) -> None:
        """``ahead`` takes days to come too, and means the next one by a day without a year."""
        super().__init__()
        self._today, self._ahead = today, ahead
        self._day: date | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("如 2026-11-03、11-3"))
        self.open = Button(tr("日历"), Kind.QUIET)
        self.open.setToolTip(tr("从日历选 (Alt+↓)"))
        self._calendar = QCalendarWidget()
        if not ahead:
            self._calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._menu = QMenu(self)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(self._calendar)
        self._menu.addAction(action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.current().px(Gap.SMALL))
        row.addWidget(self.line, 1)
        row.addWidget(self.open)
        self.line.editingFinished.connect(self._typed)
        self.line.textEdited.connect(lambda _text: self.doubted.emit(""))
        self.open.clicked.connect(self.show_calendar)
        self._calendar.clicked.connect(self._chosen)
        self._calendar.activated.connect(self._chosen)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.open.setAccessibleName(tr("{name}，从日历选", name=name))
        self._calendar.setAccessibleName(tr("{name}，日历", name=name))

    def set_day(self, day: date | None) -> None:
        """Show a day; what is being typed is left alone."""
        if day != self._day or (not self.line.hasFocus() and not self.line.text()):
            self.line.setText(day_text.shown(day))
        self._day = day

    def show_calendar(self) -> None:
        """Open the calendar below the field, on the day it holds."""
        at = self._day or self._today
        self._calendar.setSelectedDate(QDate(at.year, at.month, at.day))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self._calendar.setFocus()

    def take(self) -> None:
        """Take what was typed and not left yet."""
        if self.line.isModified():
            self._typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self.show_calendar()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        text = self.line.text()
        wrong = day_text.fault(text, self._today, ahead=self._ahead)
        self.doubted.emit(wrong)
        if not wrong:
            self._give(day_text.read(text, self._today, ahead=self._ahead))

    def _chosen(self, day: QDate) -> None:
        self._menu.hide()
        self.doubted.emit("")
        self._give(date(day.year(), day.month(), day.day()))
        self.line.setFocus()

    def _give(self, day: date | None) -> None:
        self.line.setText(day_text.shown(day))
        if day != self._day:
            self._day = day
            self.picked.emit(day)
