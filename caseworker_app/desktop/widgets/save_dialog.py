"""Where to a file is saved: the system's dialog, which holds up nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caseworker_app.desktop.widgets.dialogs import open_once


def ask_pdf(parent: QWidget, title: str, name: str, then: Callable[[Path], None]) -> None:
    """Ask where to save a PDF, ``name`` proposed; ``then`` gets the file once it is chosen."""
    dialog = QFileDialog(parent, title, name, "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    open_once(dialog)
