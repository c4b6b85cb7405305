"""One entry of a paper: its name, its editor, its hint or what is wrong, saved as it is left."""

from datetime import date

from PySide6.QtCore import Signal

from caseworker_app.desktop.papers.draft import FieldView
from caseworker_app.desktop.papers.editors import editor
from caseworker_app.desktop.widgets.field import Field
from caseworker_app.model.values import Json


class EntryField(Field):
    given = Signal(str, object)
    """Name of the entry and the value that is to be kept."""
    touched = Signal()
    """Something is being typed."""

    def __init__(self, view: FieldView, today: date) -> None:
        self.edit = editor(view.entry, view.label, today)
        super().__init__(view.label, self.edit, required=view.entry.required)
        self.name = view.entry.name
        self._held: Json = None
        self._on_the_way = 0
        self._is_kept = True
        self._told = view.value
        self._show(view.value)
        self.edit.tells.left.connect(self.take)
        self.edit.tells.touched.connect(self.touched)
        self.edit.tells.doubted.connect(self.set_error)
        self.show_view(view)

    @property
    def is_kept(self) -> bool:
        """Whether all that was given so far was taken."""
        return self._is_kept

    def show_view(self, view: FieldView) -> None:
        """Show what is kept; what was typed meanwhile and not kept yet stays."""
        settled = self._is_kept and not self._on_the_way and self.edit.value() == self._held
        if settled and view.value != self._told:
            self._told = view.value
            self._show(view.value)
        self.set_hint(view.hint)
        self.set_error(view.fault)

    def _show(self, value: Json) -> None:
        """Show another value; the cursor stays where the same one stands already."""
        if value != self.edit.value():
            self.edit.show_value(value)
        self._held = self.edit.value()

    def take(self) -> None:
        """Give what stands there, if it is not kept yet."""
        now = self.edit.value()
        if now != self._held or not self._is_kept:
            self._held, self._is_kept = now, True
            self._on_the_way += 1
            self.given.emit(self.name, now)

    def kept(self) -> None:
        """Note that what was given is kept."""
        self._on_the_way -= 1

    def not_kept(self) -> None:
        """Note that what was given could not be kept; it is given again."""
        self._on_the_way -= 1
        self._is_kept = False

    def begin(self) -> None:
        """Put the cursor there."""
        self.edit.setFocus()
