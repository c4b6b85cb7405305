"""A field: its name, the editor, a hint or what is wrong."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Size, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.label import Label


class Field(QWidget):
    """Puts the name above the editor and, below it, the error or else the hint."""

    def __init__(
        self, name: str, editor: QWidget, *, hint: str = "", required: bool = False
    ) -> None:
        super().__init__()
        px = look.current().px
        self.editor = editor
        self._hint = hint
        self._name = Label(f"{name} *" if required else name, Text.SMALL, Shade.SECOND)
        self._name.setBuddy(editor)
        self._name.setMinimumHeight(px(Size.CHIP))
        self._line = Label("", Text.SMALL, Shade.THIRD, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(Gap.TINY))
        column.addWidget(self._name)
        grows = editor.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
        column.addWidget(editor, int(grows))
        column.addWidget(self._line)
        column.addStretch()
        editor.setAccessibleName(tr("{name}，必填", name=name) if required else name)
        self.set_hint(hint)

    def set_hint(self, text: str) -> None:
        self._hint = text
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Show what is wrong and what to do; empty brings the hint back."""
        if sentence:
            self._line.set_tone(Tone.RED)
        else:
            self._line.set_shade(Shade.THIRD)
        self._line.setText(sentence or self._hint)
        self._line.setVisible(bool(sentence or self._hint))
        self.editor.setAccessibleDescription(sentence or self._hint)
        self._mark(wrong=bool(sentence))

    def warn(self, sentence: str) -> None:
        """Show a doubt in place of the hint; nothing is wrong enough to be refused."""
        self._line.set_tone(Tone.ORANGE)
        self._line.setText(sentence)
        self._line.setVisible(True)
        self.editor.setAccessibleDescription(sentence)

    def rename(self, name: str) -> None:
        """Give the field another name."""
        self._name.setText(name)
        self.editor.setAccessibleName(name)

    def error(self) -> str:
        return self._line.text() if self.editor.property("wrong") else ""

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.editor.property("wrong")) != wrong:
            self.editor.setProperty("wrong", wrong)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
