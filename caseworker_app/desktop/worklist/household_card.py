"""The card of the chosen household: beside the list, or below it where room is short."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QMenu, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.tongue import joined, spoken, tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import ChipRow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import is_low
from caseworker_app.desktop.worklist.presenter import ANEW, HouseholdFace

_PAPERS = "Ctrl+B"
WIDTH = 300
_FACT = 150
_FACTS = 6
_PAST = 3
_STRIP_COLUMNS = 3


class _Fact(QWidget):
    """A name and its value, on one line or one above the other."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Label("", Text.SMALL, Shade.SECOND)
        self.value = Label("")
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(look.current().px(2))
        self._pair.addWidget(self.name)
        self._pair.addStretch()
        self._pair.addWidget(self.value)

    def set_stacked(self, *, stacked: bool) -> None:
        way = QBoxLayout.Direction
        self._pair.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        whole = WIDTH - 2 * Gap.LARGE
        self.setFixedWidth(look.current().px(_FACT if stacked else whole))


class HouseholdCard(Card):
    started = Signal()
    anew = Signal(object)
    """The VisitKind of a visit to begin before the next one is due."""
    looked = Signal(str)
    """Id of an earlier visit to look at."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Label("", Text.TITLE)
        self._place = Label("", Text.SMALL, Shade.SECOND)
        self._chips = ChipRow()
        self._proposed = Label("", Text.SMALL, wrap=True)
        self._proposed.set_tone(Tone.VIOLET)
        self._differences_name = Label("", Text.SMALL, Shade.SECOND)
        self._differences = ChipRow()
        self._facts = [_Fact() for _ in range(_FACTS)]
        self.start = Button(tr("开始入户"), Kind.PRIMARY, icon="clipboard_task_list_ltr")
        self.start.clicked.connect(self.started)
        self._make_past()
        self._slim = False
        self._who = _box(Gap.SMALL, self._head, self._place, self._chips)
        self._known = QWidget()
        self._grid = QGridLayout(self._known)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.current().px(Gap.MEDIUM))
        self._open = _box(Gap.SMALL, self._differences_name, self._differences)
        self._blocks = _box(Gap.WIDE)
        self._blocks.addLayout(self._who)
        self._blocks.addWidget(self._proposed)
        self._blocks.addWidget(self._known)
        self._blocks.addLayout(self._open)
        self._before = _box(Gap.TINY, self._past_name, *self.past)
        self._blocks.addLayout(self._before)
        self._blocks.addStretch(1)
        self._acts = _box(Gap.SMALL, self.more, self.again)
        self._acts.addLayout(self._first())
        self._blocks.addLayout(self._acts)
        self.body.addLayout(self._blocks, 1)
        self.show_past(())

    def _first(self) -> QHBoxLayout:
        """Return what is pressed most, side by side."""
        self.papers = Button(tr("文书"), icon="document_text", key=_PAPERS)
        self._unseen = QShortcut(QKeySequence(_PAPERS), self, self.papers.click)
        row = QHBoxLayout()
        row.setSpacing(look.current().px(Gap.SMALL))
        row.addWidget(self.papers)
        row.addWidget(self.start, 1)
        return row

    def _make_past(self) -> None:
        """Make what looks back at earlier visits, and what begins another."""
        self.again = Button(tr("另起一次核查"), key="Ctrl+N")
        self.again.clicked.connect(self._ask_why)
        self.again.hide()
        self._past_name = Label(tr("历次核查"), Text.SMALL, Shade.SECOND)
        self.past = [Button("", Kind.QUIET, key=f"Ctrl+Shift+{n}") for n in range(1, _PAST + 1)]
        for at, button in enumerate(self.past):
            button.clicked.connect(partial(self._look, at))
        self.more = Button(tr("更多…"), key="Ctrl+H")
        self.more.clicked.connect(self._ask_which)
        self._known_past: tuple[tuple[str, str], ...] = ()

    def arrange(self, *, below: bool, slim: bool) -> None:
        """Arrange the card as a column beside the list, a strip below it, or a slim strip.

        Below the list of a low window, which scrolls as a whole, it is a column again.
        """
        way, tall = QBoxLayout.Direction, is_low(self)
        slim = slim and not tall
        self._blocks.setDirection(way.LeftToRight if below and not tall else way.TopToBottom)
        for pair in (self._who, self._open, self._acts):
            pair.setDirection(way.LeftToRight if slim else way.TopToBottom)
        self._slim = slim
        self._show_proposed()
        self._known.setVisible(not slim)
        self._chips.setVisible(not slim)  # state and day due stand in the row above
        self._place.setVisible(not slim)
        self._differences_name.setVisible(not slim)
        self._place_past()  # once there is room: the window would grow
        width = look.current().px(WIDTH)
        self.setMinimumWidth(0 if below else width)
        self.setMaximumWidth(Size.UNBOUNDED if below else width)
        self._place.setWordWrap(tall or not below)
        for at, fact in enumerate(self._facts):
            columns = 1 if not below else 2 if tall else _STRIP_COLUMNS
            fact.set_stacked(stacked=below)
            self._grid.addWidget(fact, *divmod(at, columns))

    def show_face(self, face: HouseholdFace) -> None:
        self._head.setText(face.head)
        self._place.setText(face.place)
        self._chips.set_faces(face.chips)
        for fact, (name, value) in zip(self._facts, face.facts, strict=True):
            fact.name.setText(name)
            fact.value.setText(value)
        self._proposed.setText(face.proposed)
        self._show_proposed()
        self._differences.set_faces(face.differences)
        self._differences_name.setText(
            tr("待说明的差异") if face.differences else tr("没有待说明的差异")
        )
        self.again.setVisible(face.anew)
        self.again.setEnabled(face.anew)
        self.start.setText(face.start)
        self.start.setToolTip(f"{face.start} (Enter)")
        self.start.setAccessibleName(tr("{start}：{head}", start=face.start, head=face.head))
        self._place_past()
        self.setAccessibleName(joined(face.head, face.place))

    def show_past(self, past: Sequence[tuple[str, str]]) -> None:
        """Show earlier visits, each by its id and its words; the latest first."""
        self._known_past = tuple(past[:_PAST])
        self._place_past()

    def _place_past(self) -> None:
        """Show earlier visits one below the other, and the papers; in a slim strip one button."""
        listed = () if self._slim else self._known_past
        self._past_name.setVisible(bool(listed))
        for at, button in enumerate(self.past):
            known = at < len(listed)
            button.setVisible(known)
            button.setEnabled(known)
            button.setText(listed[at][1] if known else "")
        self.papers.setVisible(not self._slim)
        self.more.setVisible(self._slim)
        self.more.setEnabled(self._slim)
        self._unseen.setEnabled(self._slim)
        self.papers.setAccessibleName(tr("文书：{head}", head=self._head.text()))

    def _look(self, at: int) -> None:
        self.looked.emit(self._known_past[at][0])

    def _ask_which(self) -> None:
        """Let the person choose an earlier visit to look at, or the papers."""
        words = (word for _, word in self._known_past)
        acts: list[tuple[str, Callable[[], None]]] = [
            (word, partial(self._look, at)) for at, word in enumerate(words)
        ]
        acts.append((tr("文书"), self.papers.click))
        self._ask(self.more, tr("历次核查和文书"), acts)

    def _ask_why(self) -> None:
        """Let the person choose the reason."""
        acts = [(spoken(kind), partial(self.anew.emit, kind)) for kind in ANEW]
        self._ask(self.again, tr("核查原因"), acts)

    def _ask(
        self, button: Button, name: str, acts: Sequence[tuple[str, Callable[[], None]]]
    ) -> None:
        """Open a menu above a button; the arrow keys move, Enter takes."""
        menu = QMenu(self)
        menu.setAccessibleName(name)
        for word, act in acts:
            menu.addAction(word).triggered.connect(act)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        menu.setActiveAction(menu.actions()[0])

    def _show_proposed(self) -> None:
        self._proposed.setVisible(bool(self._proposed.text()) and not self._slim)


def _box(gap: int, *widgets: QWidget) -> QBoxLayout:
    box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
    box.setSpacing(look.current().px(gap))
    for widget in widgets:
        box.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return box
