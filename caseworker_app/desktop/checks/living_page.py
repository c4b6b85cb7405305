"""What eyes saw: a line of choices for each question, then words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout

from caseworker_app.desktop.checks.living import LABELS, TEXTS, LivingPresenter, Question
from caseworker_app.desktop.checks.neighbours import NeighboursPresenter
from caseworker_app.desktop.checks.neighbours_card import NeighboursCard
from caseworker_app.desktop.checks.part_page import PartPage
from caseworker_app.desktop.step.editors import TextArea, fill
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice, ManyChoice
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll

_IMPRESSION = "impression"


class LivingPage(PartPage):
    def __init__(self, presenter: LivingPresenter, neighbours: NeighboursPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.choices: dict[str, Choice | ManyChoice] = {}
        self.leak = QCheckBox(tr("漏雨、渗水"))
        self.texts = {name: QLineEdit() for name in TEXTS if name != "note"}
        self.note = TextArea(tr("备注"), 2)
        self._note_field = Field(TEXTS["note"], self.note)
        self.neighbours = NeighboursCard(neighbours)
        self._scroll = Scroll()
        view = presenter.view()
        seen = [q for q in view.questions if q.field != _IMPRESSION]
        last = [q for q in view.questions if q.field == _IMPRESSION]
        self._scroll.body.addWidget(self._seen(seen))
        self._scroll.body.addWidget(self._judged(last))
        self._scroll.body.addWidget(self.neighbours)
        self._scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        for question in view.questions:
            choice = self.choices[question.field]
            if isinstance(choice, ManyChoice):
                choice.set_codes(question.chosen)
            elif choice.code() != (question.chosen or ("",))[0]:
                choice.set_code((question.chosen or ("",))[0])
        self.leak.setChecked(view.leak)
        for name, edit in self.texts.items():
            fill(edit, view.texts[name])
        self.note.fill(view.texts["note"])
        self._note_field.set_error(view.note_hint)
        self.neighbours.refresh()
        self.setEnabled(view.is_open)

    def focus(self) -> None:
        self.choices[next(iter(LABELS))].setFocus()

    def focus_unit(self, _item: str, field: str) -> None:
        editor = self.note if field == "note" else self.choices.get(field)
        if editor:
            editor.setFocus()
        else:
            self.focus()

    def _seen(self, questions: list[Question]) -> Card:
        card, grid = Card(tr("看到的")), _grid()
        for line, question in enumerate(questions):
            self._add(grid, line, question)
        lines = len(questions)
        grid.addWidget(self.leak, lines, 1)
        for line, (name, edit) in enumerate(self.texts.items(), start=lines + 1):
            label = Label(TEXTS[name], Text.BODY, Shade.SECOND, wrap=True)
            label.setBuddy(edit)
            edit.setAccessibleName(TEXTS[name])
            edit.setPlaceholderText(tr("没有可不填"))
            grid.addWidget(label, line, 0)
            grid.addWidget(edit, line, 1)
        card.body.addLayout(grid)
        return card

    def _judged(self, questions: list[Question]) -> Card:
        card, grid = Card(tr("综合判断")), _grid()
        for line, question in enumerate(questions):
            self._add(grid, line, question)
        card.body.addLayout(grid)
        card.add(self._note_field)
        return card

    def _add(self, grid: QGridLayout, line: int, question: Question) -> None:
        choice = (ManyChoice if question.several else Choice)(question.choices)
        choice.setAccessibleName(question.label)
        self.choices[question.field] = choice
        label = Label(question.label, Text.BODY, Shade.SECOND)
        label.setMinimumHeight(look.current().px(36))
        grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(choice, line, 1)

    def _connect(self) -> None:
        act = self._presenter
        for field, choice in self.choices.items():
            if isinstance(choice, ManyChoice):
                choice.picked.connect(lambda codes, name=field: act.choose_all(name, codes))
            else:
                choice.picked.connect(lambda code, name=field: act.choose(name, code))
        self.leak.clicked.connect(act.leak)
        for name, edit in self.texts.items():
            edit.textEdited.connect(lambda text, field=name: act.text(field, text))
            edit.editingFinished.connect(act.commit)
        self.note.typed.connect(lambda text: act.text("note", text))
        self.note.left.connect(act.commit)


def _grid() -> QGridLayout:
    px = look.current().px
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(Gap.LARGE))
    grid.setVerticalSpacing(px(Gap.SMALL))
    grid.setColumnMinimumWidth(0, px(112))
    grid.setColumnStretch(1, 1)
    return grid
