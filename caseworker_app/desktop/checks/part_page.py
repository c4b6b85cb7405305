"""What the checks may ask of each of their parts."""

from PySide6.QtWidgets import QWidget


class PartPage(QWidget):
    def refresh(self) -> None:
        """Show the presenter's view; an editor in use is left alone."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the focus where the part begins."""
        raise NotImplementedError

    def focus_unit(self, _item: str, _field: str) -> None:
        """Put the focus on a field by its names in the visit; by itself on the first."""
        self.focus()

    def focus_reason(self) -> None:
        """Put the focus on the reason of a change, where the part asks for one."""
        self.focus()
