"""The found fact being written down: compared while it is typed, kept by one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from caseworker_app.desktop.comparison.found import ASKING, Draft
from caseworker_app.desktop.step.editors import fill
from caseworker_app.desktop.step.inner import InnerPage
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.model.codes import FoundKind

_MANY = 200


class FoundEditor(InnerPage):
    """Enter keeps the fact, Esc goes back to the list and keeps it without asking."""

    kept = Signal()
    removed = Signal()
    kind_picked = Signal(str)
    value_typed = Signal(str)
    place_typed = Signal(str)
    note_typed = Signal(str)
    asking_picked = Signal(str)

    def __init__(self, draft: Draft) -> None:
        super().__init__(tr("全部差异"), tr("回到全部差异 (Esc)"))
        self.kind = Choice([(kind.value, kind.zh) for kind in FoundKind], draft.fact.kind.value)
        self.value = QLineEdit()
        self.place = QLineEdit()
        self.note = QLineEdit()
        self.asking = Choice(ASKING, draft.asking)
        self.remove = Button(tr("删去这条"), Kind.QUIET, key="Ctrl+Delete")
        self._value_field = Field(draft.name, self.value)
        self._match = Chip(draft.match)
        self._text = Label("", Text.STRONG, wrap=True)
        self._source = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._state = Chip(draft.state)
        self._answer = Label("", wrap=True)
        self._why = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        hint = tr("只查授权范围内的人；没有签过核对授权书的，须当面征得同意。下次联网送达时答复。")
        self._asking = Field(tr("提请办公室查询登记"), self.asking, hint=hint)
        for edit in (self.value, self.place, self.note):
            edit.setMaxLength(_MANY)
        self._lay_out()
        self._connect()
        self.show_draft(draft)

    def show_draft(self, draft: Draft) -> None:
        """Show the fact; what is being typed is left alone."""
        self.kind.set_code(draft.fact.kind.value)
        self._value_field.rename(draft.name)
        self._value_field.set_hint(draft.hint)
        if draft.doubt:
            self._value_field.warn(draft.doubt)
        fill(self.value, draft.fact.value)
        fill(self.place, draft.fact.place)
        fill(self.note, draft.fact.note)
        self.asking.set_code(draft.asking)
        self._match.set_face(draft.match)
        self._match.setVisible(bool(draft.fact.value.strip()))
        self._text.setText(draft.text)
        self._source.setText(draft.source)
        self._source.setVisible(bool(draft.source))
        self._asking.setVisible(draft.offers)
        self._state.set_face(draft.state)
        self._state.setVisible(bool(draft.answer))
        self._answer.setText(draft.answer)
        self._answer.setVisible(bool(draft.answer))
        self._why.setText(draft.locked)
        self._why.setVisible(bool(draft.locked))
        self.remove.setVisible(draft.can_write and not draft.is_new)
        for widget in (self.kind, self.value, self.place, self.note):
            widget.setEnabled(draft.can_write)

    def ask_for_value(self) -> None:
        """Say that there is nothing to keep yet."""
        self._value_field.set_error(tr("请先写下看到或听到的；看不全的写看得清的部分。"))
        self.value.setFocus()

    def begin(self) -> None:
        """Put the focus where writing begins."""
        self.value.setFocus()

    def _lay_out(self) -> None:
        self._frame(tr("回车记下 · Esc 返回"), self.remove)
        self._scroll.body.addWidget(self._fact())
        self._scroll.body.addWidget(self._compared())
        self._scroll.body.addStretch()

    def _fact(self) -> Card:
        card = Card(tr("现场发现"))
        card.add(self._why)
        what = QHBoxLayout()
        what.setSpacing(look.current().px(Gap.LARGE))
        what.addWidget(Field(tr("种类"), self.kind), 1)
        what.addWidget(self._value_field, 1)
        card.body.addLayout(what)
        sides = QHBoxLayout()
        sides.setSpacing(look.current().px(Gap.LARGE))
        sides.addWidget(Field(tr("在哪里看到、听谁说"), self.place), 1)
        sides.addWidget(Field(tr("看到的情况"), self.note), 1)
        card.body.addLayout(sides)
        return card

    def _compared(self) -> Card:
        px = look.current().px
        card = Card(tr("比对和查询"))
        line = QHBoxLayout()
        line.setSpacing(px(Gap.SMALL))
        line.addWidget(self._match, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        card.body.addLayout(line)
        card.add(self._source)
        answer = QHBoxLayout()
        answer.setSpacing(px(Gap.SMALL))
        answer.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        answer.addWidget(self._answer, 1)
        card.body.addLayout(answer)
        card.add(self._asking)
        return card

    def _connect(self) -> None:
        self.remove.clicked.connect(self.removed)
        self.kind.picked.connect(self.kind_picked)
        self.value.textEdited.connect(self.value_typed)
        self.place.textEdited.connect(self.place_typed)
        self.note.textEdited.connect(self.note_typed)
        self.asking.picked.connect(self.asking_picked)
        for edit in (self.value, self.place, self.note):
            edit.returnPressed.connect(self.kept)
