"""Without a network: what waits goes to the office on a stick, and its answer comes back on it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from caseworker_app.desktop.delivery import presenter
from caseworker_app.desktop.delivery.presenter import DeliveryActions
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import News
from caseworker_app.desktop.widgets.button import Button
from caseworker_app.desktop.widgets.dialogs import open_once
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.workflow.carrying import Carried
from caseworker_app.workflow.delivery import Delivered


class StickBar(QWidget):
    """Two buttons; works on the thread that delivers, so never beside a delivery."""

    told = Signal(object, str)
    """Kind of news, and what became of it."""
    progressed = Signal(object)
    taken = Signal()
    """The store changed."""

    def __init__(self, actions: DeliveryActions, tasks: Tasks, *, narrow: bool = False) -> None:
        """``narrow`` puts the buttons below each other."""
        super().__init__()
        self._actions, self._tasks = actions, tasks
        self.export_button = Button(tr("存到U盘…"), icon="save", key="Ctrl+Shift+U")
        self.take_button = Button(tr("收U盘回执…"), icon="folder_open", key="Ctrl+Shift+I")
        ways = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(ways[0] if narrow else ways[1], self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.current().px(Gap.MEDIUM))
        told = tr("没有网络，也可以用U盘送：存成送达包带到办公室导入，再把回执包带回来。")
        row.addWidget(Label(told, Text.SMALL, Shade.SECOND, wrap=True), 1)
        row.addWidget(self.export_button)
        row.addWidget(self.take_button)
        self.export_button.clicked.connect(self._ask_where)
        self.take_button.clicked.connect(self._ask_which)

    def export(self, file: Path) -> None:
        """Write what waits into a file."""
        tell = self.progressed.emit
        self.setEnabled(False)
        self._tasks.on_network(
            self,
            lambda: self._actions.export(file, tell),
            lambda carried: self._exported(file, carried),
            self._failed,
        )

    def take(self, file: Path) -> None:
        """Take the office's answer from a file."""
        self.setEnabled(False)
        self._tasks.on_network(self, lambda: self._actions.take(file), self._returned, self._failed)

    def _exported(self, file: Path, carried: Carried) -> None:
        self.setEnabled(True)
        self.told.emit(News.SUCCESS, presenter.exported(file, carried))

    def _returned(self, delivered: Delivered) -> None:
        self.setEnabled(True)
        news = News.WARNING if delivered.conflicts else News.SUCCESS
        self.told.emit(news, presenter.returned(delivered))
        self.taken.emit()

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self.told.emit(News.ERROR, sentence(error))

    def _ask_where(self) -> None:
        day = self._actions.now().date()
        name = tr("送达包-{day}.csb", day=day)
        ask_where(self, tr("存到U盘"), name, self.export, tr("送达包 (*.csb)"))

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, tr("选择办公室给的回执包"), "", tr("回执包 (*.csb)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take(Path(file)))
        open_once(dialog)
