"""Asks why a figure moved so far since the visit before; hidden where none did."""

from caseworker_app.desktop.checks.reason import ReasonPresenter
from caseworker_app.desktop.theme.tokens import Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.label import Label


class ReasonCard(Card):
    def __init__(self, presenter: ReasonPresenter) -> None:
        super().__init__(tr("与上次核查相比"))
        self._presenter = presenter
        self._told = Label("", Text.STRONG, wrap=True)
        self._asked = Label(
            tr("请选一个原因，会印在核查表上。"), Text.SMALL, Shade.SECOND, wrap=True
        )
        self._offered: tuple[tuple[str, str], ...] = ()
        self.choice: Choice | None = None
        for widget in (self._told, self._asked):
            self.add(widget)

    def refresh(self) -> None:
        view = self._presenter.view()
        self.setVisible(bool(view.told))
        if not view.told:
            return
        self._told.setText(view.told)
        if view.chosen:
            self._told.set_shade(Shade.TEXT)
        else:
            self._told.set_tone(Tone.ORANGE)
        if view.reasons != self._offered or self.choice is None:
            self._offer(view.reasons)
        if self.choice and self.choice.code() != view.chosen:
            self.choice.set_code(view.chosen)

    def focus(self) -> None:
        if self.choice:
            self.choice.setFocus()

    def _offer(self, reasons: tuple[tuple[str, str], ...]) -> None:
        self._offered = reasons
        if self.choice:
            self.body.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = Choice(reasons)
        self.choice.picked.connect(self._presenter.give)
        self.add(self.choice)
