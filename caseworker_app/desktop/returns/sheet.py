"""收回扫描件: files in, what became of each page at the left, what it is at the right."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.returns.assign import AssignCard
from caseworker_app.desktop.returns.page_list import PageList
from caseworker_app.desktop.returns.presenter import Home, ReturnActions, ReturnsPresenter
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.dialogs import Dialog, Question, ask, lay_over, open_once
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.papers.returning import KINDS, Aside, Choice, Filed, Taken

_ROOMY = 1000
"""Width at scale 1 from which list, choice and picture stand side by side."""
_LEAST = (240, 340)

_AWAY = Question(
    tr("这一页不属于任何文书？"),
    tr("从清单里收起，不归档也不送达；图片和原因仍留在本机的资料里。"),
    confirm=tr("收起"),
    danger=True,
    reason=tr("收起的原因"),
)


class ReturnsSheet(Dialog):
    """Ctrl+O takes files, they may be dropped too; Ctrl+Enter files what was chosen, Esc leaves."""

    def __init__(self, parent: QWidget, tasks: Tasks, actions: ReturnActions) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("收回扫描件"))
        self.setAcceptDrops(True)
        self._over, self._tasks, self._actions = parent, tasks, actions
        self.presenter = ReturnsPresenter()
        self.banner = Banner()
        self.pictures = Pictures(self, tasks, actions.picture, self.banner.fail)
        self.summary = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.add = Button(tr("选择文件…"), Kind.PRIMARY, icon="folder_open", key="Ctrl+O")
        self.phone = Button(tr("手机文件夹…"), key="Ctrl+M")
        self.close_button = Button(tr("关闭"), icon="dismiss", key="Esc")
        self.empty = EmptyState()
        self.pages = PageList(self.pictures)
        self.assign = AssignCard()
        self.picture = QLabel()
        self._body = Scroll()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()

    def open_over(self) -> None:
        """Show the sheet over the window, with the pages that wait from before."""
        lay_over(self, self._over.window())
        self.phone.setVisible(bool(self._actions.phone_folder()))
        self.refresh()
        open_once(self)
        self._tasks.on_database(self, self._actions.aside, self._waiting, self.banner.fail)

    def take(self, files: Sequence[Path]) -> None:
        """Take files in one after the other; a bad one hinders no other."""
        self.banner.hide()
        self.presenter.reading(len(files))
        self.refresh()
        for file in files:
            self._tasks.into_store(
                self,
                partial(self._actions.read, file),
                self._actions.take,
                self._taken,
                self._not_taken,
            )

    def browse(self, folder: str = "") -> None:
        """Let the person choose files; nothing blocks meanwhile."""
        dialog = QFileDialog(self, tr("选择扫描件"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(tr("扫描件 ({names})", names=" ".join("*" + kind for kind in KINDS)))
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        open_once(dialog)

    def file_chosen(self) -> None:
        """File the chosen pages where the person said."""
        presenter = self.presenter
        ids, home, choice = presenter.chosen(), presenter.household, presenter.choice
        if ids and home and choice:
            self._tasks.on_database(
                self,
                lambda: self._actions.assign(ids, home, choice),
                lambda filed: self._assigned(ids, filed),
                self.banner.fail,
            )

    def put_away(self) -> None:
        """Ask why, then take the chosen pages from the list."""
        ids = self.presenter.chosen()
        if ids:
            ask(self, _AWAY, lambda reason: self._put_away(ids, reason))

    def refresh(self) -> None:
        view = self.presenter.view()
        self.summary.setText(view.summary)
        self.summary.setVisible(bool(view.summary))
        self.pages.show_rows(view.rows)
        self._stack.setCurrentWidget(self._body if view.rows else self.empty)
        if not view.rows:
            self._say_empty(busy=view.busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take([Path(file) for file in files])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.rect().width() >= look.current().px(_ROOMY)
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if roomy else way.TopToBottom)
        self._show_picture()

    def _waiting(self, pages: tuple[Aside, ...]) -> None:
        self.presenter.waiting(pages)
        self.refresh()

    def _taken(self, taken: Taken) -> None:
        self.presenter.read(taken)
        if taken.problem:
            self.banner.say(News.WARNING, taken.problem)
        self.refresh()

    def _not_taken(self, error: Exception) -> None:
        self.presenter.read(None)
        self.refresh()
        self.banner.fail(error)

    def _assigned(self, ids: Sequence[str], filed: Filed) -> None:
        self.presenter.assigned(ids, filed)
        said = tr("已归到{head}户的《{title}》。", head=filed.head, title=filed.title)
        self.banner.say(News.SUCCESS, said + filed.note)
        self.refresh()

    def _put_away(self, ids: Sequence[str], reason: str) -> None:
        def done(_none: None) -> None:
            self.presenter.put_away(ids)
            self.refresh()

        work = partial(self._actions.put_away, ids, reason)
        self._tasks.on_database(self, work, done, self.banner.fail)

    def _chose(self) -> None:
        self.presenter.choose(self.pages.keys())
        self._offer()
        self._show_picture()

    def _offer(self) -> None:
        """Show what can be said of the pages chosen."""
        view = self.presenter.view()
        self.assign.setVisible(view.choosing)
        self.assign.title.setText(view.chosen)
        self.assign.file.setEnabled(view.can_assign)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.assign.offer_homes(())
            return
        work = partial(self._actions.homes, text)
        self._tasks.on_database(self, work, partial(self._found, text), self.banner.fail)

    def _found(self, text: str, homes: tuple[Home, ...]) -> None:
        if text == self.assign.search.text():  # else it is looked for what was typed since
            self.assign.offer_homes(homes)

    def _at_home(self, household: str) -> None:
        self.presenter.away()
        self.assign.offer_forms(self.presenter)
        self._offer()
        if household:
            work = partial(self._actions.choices, household)
            self._tasks.on_database(self, work, partial(self._choices, household), self.banner.fail)

    def _choices(self, household: str, choices: Sequence[Choice]) -> None:
        if household != self.assign.home():
            return  # the person went on to another one
        self.presenter.at_home(household, choices)
        self.assign.offer_forms(self.presenter)
        self._offer()

    def _show_picture(self) -> None:
        page = self.pages.page()
        picture = self.pictures.large(page) if page else None
        if picture is None or picture.isNull():
            self.picture.clear()
            return
        ratio = self.devicePixelRatioF()
        room = self.picture.size() * ratio
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)

    def _say_empty(self, *, busy: bool) -> None:
        if busy:
            self.empty.say("document_search", tr("正在读取"))
            return
        self.empty.say(
            "arrow_upload",
            tr("把扫描好的文书拖到这里，或选择文件"),
            tr("签过字的文书、手填的空白表都行，PDF、JPG、PNG、TIFF 或手机拍的照片。"
               "按纸上的二维码自动归到各户。"),
        )  # fmt: skip

    def _lay_out(self) -> None:
        px = look.current().px
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(Label(tr("收回扫描件"), Text.TITLE))
        head.addStretch()
        for button in (self.add, self.phone, self.close_button):
            head.addWidget(button)
        self.picture.setAccessibleName(tr("这一页"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setMinimumSize(px(_LEAST[0]), px(_LEAST[1]))
        self._parts.setSpacing(px(Gap.LARGE))
        for widget, share in ((self.pages, 5), (self.assign, 4), (self.picture, 5)):
            self._parts.addWidget(widget, share)
        self._body.body.addLayout(self._parts, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.banner)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _on: self.browse())
        self.phone.clicked.connect(lambda: self.browse(self._actions.phone_folder()))
        self.close_button.clicked.connect(self.reject)
        self.pages.chose.connect(self._chose)
        self.pages.currentItemChanged.connect(lambda *_: self._show_picture())
        self.pictures.came.connect(lambda _page: self._show_picture())
        self.assign.typed.connect(self._typed)
        self.assign.at_home.connect(self._at_home)
        self.assign.picked.connect(self.presenter.pick)
        self.assign.file.clicked.connect(self.file_chosen)
        self.assign.away.clicked.connect(self.put_away)
