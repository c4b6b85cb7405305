"""The chosen piece of evidence in large, with what is known of it and what can be done."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from caseworker_app.desktop.evidence.presenter import Chosen, SheetView
from caseworker_app.desktop.evidence.tile import paint_turned
from caseworker_app.desktop.step.editors import Pick, fill
from caseworker_app.desktop.theme import icons, look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.rules.evidence import AUDIO, PHOTO

_LEAST_HIGH = 200
_ICON = 48
_HINT = tr("拖到这里，或按 Ctrl+V 粘贴，或从手机照片里点选")


class Picture(QWidget):
    """A photo as large as there is room, upright."""

    def __init__(self) -> None:
        super().__init__()
        self._picture, self._turned, self._icon = QPixmap(), 0, "image_add"
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)
        self.setMinimumHeight(look.current().px(_LEAST_HIGH))

    def show_picture(self, picture: QPixmap, degrees: int, icon: str = "image_add") -> None:
        self._picture, self._turned, self._icon = picture, degrees, icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(420), look.current().px(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            room = self.rect()
            if self._picture.isNull():
                icon = icons.pixmap(self._icon, look.current().colours.text3, _ICON)
                side = look.current().px(_ICON)
                middle = room.center()
                painter.drawPixmap(middle.x() - side // 2, middle.y() - side // 2, icon)
                return
            paint_turned(painter, self._picture, self._turned, room)


class Viewer(QWidget):
    """Every button works on what is chosen in the sheet."""

    captioned = Signal(str)
    left = Signal()
    bound = Signal(str)
    turn_asked = Signal(int)
    """Quarters clockwise."""
    withdraw_asked = Signal()
    restore_asked = Signal()
    export_asked = Signal()
    browse_asked = Signal()
    large_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self.title = Label("", Text.HEADING, wrap=True)
        self.note = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.caption = QLineEdit()
        self.caption.setPlaceholderText(tr("写明拍到了什么"))
        self.caption.setAccessibleName(tr("照片说明"))
        self._place_name = Label(tr("归到"), Text.SMALL, Shade.SECOND)
        self.place = Pick(tr("归到"), [("", tr("其他照片"))])
        self.place.setSizeAdjustPolicy(Pick.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._is_large = False
        self._places: tuple[tuple[str, str], ...] = ()
        self.browse = Button(tr("选照片…"), Kind.PRIMARY, icon="image_add")
        self.turn_left = Button(tr("左转"), key="Ctrl+[")
        self.turn_right = Button(tr("右转"), key="Ctrl+]")
        self.large = Button(tr("大图"), key="F11")
        self.withdraw = Button(tr("撤下…"), Kind.DANGER, key="Ctrl+Delete")
        self.restore = Button(tr("恢复"), icon="arrow_undo")
        self.export = Button(tr("导出…"), icon="save")
        self.facts = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._warning = Label("", Text.SMALL, wrap=True)
        self._warning.set_tone(Tone.ORANGE)
        self._lay_out()
        self._connect()

    def set_large(self, *, large: bool) -> None:
        """Give the picture all the room, or let it share with what is known of it."""
        self._is_large = large
        self.large.setText(tr("回到全部") if large else tr("大图"))
        for widget in (self._place_name, self.place, self.facts, self.note):
            widget.setVisible(not large and self._shows(widget))

    def show_view(self, view: SheetView, places: tuple[tuple[str, str], ...]) -> None:
        chosen = view.chosen
        self.setEnabled(chosen is not None)
        if chosen is None:
            self.title.setText(tr("还没有佐证"))
            return
        tile = chosen.tile
        self.title.setText(chosen.heading)
        self._say(chosen, view)
        photo = tile.role == PHOTO
        fill(self.caption, chosen.caption)
        self.caption.setVisible(photo)
        self.caption.setEnabled(chosen.may_change)
        for widget in (self._place_name, self.place):
            widget.setVisible(photo and not self._is_large)
        self.place.setEnabled(chosen.may_change)
        self._show_places(places, tile.place)
        self.browse.setVisible(tile.is_missing and view.is_open)
        for button in (self.turn_left, self.turn_right):
            button.setVisible(photo and chosen.may_turn)
        self.large.setVisible(photo)
        self.withdraw.setVisible(chosen.may_change)
        self.restore.setVisible(tile.out and view.is_open)
        self.export.setVisible(chosen.may_export)

    def show_picture(self, picture: QPixmap, degrees: int, role: str) -> None:
        self.picture.show_picture(picture, degrees, "play" if role == AUDIO else "image_add")

    def _say(self, chosen: Chosen, view: SheetView) -> None:
        tile = chosen.tile
        if tile.is_missing:
            hint = _HINT if view.is_open else tr("没有拍")
            self.note.setText(tr("；").join(filter(None, (chosen.note, hint))))
        else:
            self.note.setText(chosen.note)
        self.note.setVisible(self._shows(self.note) and not self._is_large)
        self._warning.setText("\n".join(chosen.doubts))
        self._warning.setVisible(bool(chosen.doubts))
        self.facts.setText("\n".join(chosen.facts))
        self.facts.setVisible(self._shows(self.facts) and not self._is_large)

    def _shows(self, widget: QWidget) -> bool:
        """Tell whether a part has something to show."""
        if isinstance(widget, Label) and widget is not self._place_name:
            return bool(widget.text())
        return not self.caption.isHidden()

    def _show_places(self, places: tuple[tuple[str, str], ...], current: str) -> None:
        if places != self._places:
            self._places = places
            self.place.clear()
            for code, words in places:
                self.place.addItem(words, code)
        self.place.set_code(current)

    def _lay_out(self) -> None:
        scroll, buttons = Scroll(), QWidget()
        row = Flow(buttons, Gap.SMALL)
        for button in self._buttons():
            row.addWidget(button)
        scroll.body.setSpacing(look.current().px(Gap.SMALL))
        scroll.body.addWidget(self.title)
        scroll.body.addWidget(self.picture, 1)
        words = (self.note, self._warning, self.caption, self._place_name, self.place)
        for widget in (*words, buttons, self.facts):
            scroll.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.browse,
            self.turn_left,
            self.turn_right,
            self.large,
            self.export,
            self.restore,
            self.withdraw,
        )

    def _connect(self) -> None:
        self.caption.textEdited.connect(self.captioned)
        self.caption.editingFinished.connect(self.left)
        self.place.picked.connect(self.bound)
        self.browse.clicked.connect(self.browse_asked)
        self.turn_left.clicked.connect(lambda: self.turn_asked.emit(-1))
        self.turn_right.clicked.connect(lambda: self.turn_asked.emit(1))
        self.large.clicked.connect(self.large_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.export.clicked.connect(self.export_asked)
