"""What is asked while a size is tried: keep it, or have the old one back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.label import Label


class TrialBar(Card):
    """Hidden where nothing is tried."""

    kept = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Label("", Text.STRONG, wrap=True)
        self.keep = Button(tr("保留"), Kind.PRIMARY, key="F9")
        self.back = Button(tr("还原"), key="Esc")
        buttons = QHBoxLayout()
        buttons.setSpacing(look.current().px(Gap.MEDIUM))
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.sentence, 1)
        row.addLayout(buttons)
        self.body.addLayout(row)
        self.keep.clicked.connect(self.kept)
        self.back.clicked.connect(self.taken_back)
        self.hide()

    def say(self, sentence: str) -> None:
        """Ask; empty ends the question."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def begin(self) -> None:
        """Put the focus where Enter keeps."""
        self.keep.setFocus()
