"""Where to a file is saved: the system's dialog, which holds up nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caseworker_app.desktop.widgets.dialogs import open_once

PDF = "PDF (*.pdf)"


def ask_where(
    parent: QWidget, title: str, name: str, then: Callable[[Path], None], kind: str = PDF
) -> None:
    """Ask where to save a file, ``name`` proposed; ``then`` gets it once it is chosen.

    ``kind`` is what the dialog lists, all where empty. The ending may be left out in typing.
    """
    dialog = QFileDialog(parent, title, name, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    open_once(dialog)
