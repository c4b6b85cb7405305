"""Work at the left and the paper at the right; where letters are large, one of them at a time."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseworker_app.desktop.printing.preview import Preview
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.soon import soon

_ROOMY = 900
"""Width at scale 1 from which both stand side by side."""


class Sides:
    """Owns the button that turns from one to the other."""

    def __init__(self, owner: QWidget, left: QWidget, preview: Preview) -> None:
        self._owner, self._left, self._preview = owner, left, preview
        self._looking = False
        self.button = Button(tr("看版面"), icon="document_search", key="F4")
        self.button.clicked.connect(self._turn)
        self.row = QHBoxLayout()
        self.row.setSpacing(look.current().px(Gap.LARGE))
        self.row.addWidget(left, 1)
        self.row.addWidget(preview, 1)

    def resized(self) -> None:
        soon(self._owner, self.fit)  # moving a widget while styles change would crash

    def fit(self) -> None:
        narrow = self._owner.rect().width() < look.current().px(_ROOMY)
        self.button.setVisible(narrow)
        self.button.setText(tr("回到填写") if self._looking else tr("看版面"))
        self._left.setVisible(not (narrow and self._looking))
        self._preview.setVisible(self._looking or not narrow)

    def _turn(self) -> None:
        self._looking = not self._looking
        self.fit()
