"""The licences of letters, pictures and libraries, to be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from caseworker_app.desktop.settings.licences import Licence
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.dialogs import Dialog
from caseworker_app.desktop.widgets.label import Label


class LicenceDialog(Dialog):
    """A list above, the text of the chosen one below; Esc closes."""

    def __init__(self, parent: QWidget, found: Sequence[Licence]) -> None:
        super().__init__(parent)
        px = look.current().px
        self.setWindowTitle(tr("字体和程序库的许可证"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(px(720), 1300), min(px(560), 700))
        self._found = found
        self.names = QListWidget()
        self.names.setAccessibleName(tr("许可证"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("许可证内容"))
        for one in found:
            self.names.addItem(tr("{name}（{used_for}）", name=one.name, used_for=one.used_for))
        self.close_button = Button(tr("关闭"), key="Ctrl+W")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.WIDE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(Label(tr("字体和程序库的许可证"), Text.HEADING))
        column.addWidget(self.names, 1)
        column.addWidget(self.text, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.names.currentRowChanged.connect(self._show)
        self.close_button.clicked.connect(self.reject)
        self.names.setCurrentRow(0)
        self.names.setFocus()

    def _show(self, row: int) -> None:
        self.text.setPlainText(self._found[row].text)
