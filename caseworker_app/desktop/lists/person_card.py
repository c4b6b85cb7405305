"""A person on file whom a row may mean, with the key that says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.lists.claims import PersonFace
from caseworker_app.desktop.lists.facts import FactTable
from caseworker_app.desktop.theme.tokens import Text, Tone
from caseworker_app.desktop.tongue import joined, tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label

_CHOSEN = ChipFace(tr("是此人"), Tone.GREEN, Shape.TICK)


class PersonCard(Card):
    claimed = Signal()

    def __init__(self, person: PersonFace, *, open_: bool) -> None:
        super().__init__()
        self.setAccessibleName(joined(tr("档案中的 {name}", name=person.name), person.reason))
        head = QHBoxLayout()
        head.addWidget(Label(person.name, Text.HEADING))
        head.addStretch()
        if person.chosen:
            head.addWidget(Chip(_CHOSEN))
        self.button = Button(
            tr("是此人 {digit}", digit=person.digit).strip(), Kind.PRIMARY, key=person.digit
        )
        self.button.setAccessibleName(joined(tr("是此人：{name}", name=person.name), person.reason))
        self.button.clicked.connect(self.claimed)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.button.setVisible(open_)
        reason = Label(person.reason, Text.STRONG, wrap=True)
        reason.set_tone(Tone.ORANGE)
        self.add(reason)
        facts = FactTable()
        facts.show_facts(person.facts)
        self.add(facts)
