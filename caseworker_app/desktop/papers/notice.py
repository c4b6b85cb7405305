"""村社公示: the village, the act, and the households that are to stand on one notice."""

from functools import partial

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.papers.listing import NoticeActions, NoticePresenter
from caseworker_app.desktop.printing.paper_list import PaperList
from caseworker_app.desktop.step.editors import Pick
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.dialogs import Dialog, open_once
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.workflow.papers import Draft, Due

_WIDE, _HIGH, _LEAST = 620, 560, 64


class NoticeSheet(Dialog):
    """Space lists a household or takes it off, Ctrl+Enter draws the notice up, Esc leaves."""

    drawn = Signal(object)
    """The Draft of the notice."""

    def __init__(
        self, parent: QWidget, tasks: Tasks, actions: NoticeActions, village: str, household: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("村社公示"))
        self._over, self._tasks, self._actions = parent, tasks, actions
        self.presenter = NoticePresenter(actions.acts(), village, household)
        self.village = Pick(tr("村（社区）"), ())
        self.act = Choice([(act, act) for act in self.presenter.acts], self.presenter.act)
        self.act.setAccessibleName(tr("公示还是公布"))
        self.banner = Banner()
        self.homes = PaperList(tr("名单"))
        self.line = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.all = Button(tr("全选"), Kind.QUIET, key="Ctrl+Shift+A")
        self.cancel = Button(tr("取消"))
        self.draw = Button(tr("起草公示单"), Kind.PRIMARY, key="Ctrl+Return")
        self._lay_out()
        self._connect()
        self.refresh()

    def begin(self) -> None:
        """Open, no larger than the window, and look which villages there are."""
        edge = 2 * look.current().px(Gap.LARGE)
        room = self._over.window().size().shrunkBy(QMargins(0, 0, edge, edge))
        self.resize(self.size().boundedTo(room))
        open_once(self)
        self._tasks.on_database(self, self._actions.villages, self._found, self._fail)

    def refresh(self) -> None:
        view = self.presenter.view()
        self.homes.show_rows(view.rows)
        self.line.setText(view.line)
        self.draw.setEnabled(view.can_post)
        self.all.setVisible(bool(view.rows))
        self.all.setText(tr("全不选") if view.all_chosen else tr("全选"))

    def _found(self, villages: tuple[str, ...]) -> None:
        self.presenter.found(villages)
        self.village.clear()
        for village in villages:
            self.village.addItem(village or tr("未写村社"), village)
        self.village.set_code(self.presenter.village)
        self.village.setEnabled(bool(villages))
        self.refresh()
        if villages:
            self._load()

    def _load(self) -> None:
        village, act = self.presenter.village, self.presenter.act

        def loaded(due: tuple[Due, ...]) -> None:
            if self.presenter.loaded(village, act, due):
                self.refresh()
                self.homes.setCurrentRow(0)
                self.homes.setFocus()

        self.presenter.wait()
        self.refresh()
        self._tasks.on_database(self, partial(self._actions.due, village, act), loaded, self._fail)

    def _pick_village(self, village: str) -> None:
        self.presenter.village = village
        self._load()

    def _pick_act(self, act: str) -> None:
        self.presenter.act = act
        self._load()

    def _choose(self, household: str, on: bool) -> None:  # noqa: FBT001  # a signal's arguments
        self.presenter.choose(household, on=on)
        self.refresh()

    def _choose_all(self) -> None:
        self.presenter.choose_all(on=not self.presenter.view().all_chosen)
        self.refresh()

    def _draw(self) -> None:
        homes = self.presenter.chosen()
        if homes:
            self.draw.setEnabled(False)
            work = partial(self._actions.post, self.presenter.act, homes)
            self._tasks.on_database(self, work, self._drawn, self._fail)

    def _drawn(self, draft: Draft) -> None:
        self.accept()
        self.drawn.emit(draft)

    def _fail(self, error: Exception) -> None:
        self.refresh()
        self.banner.fail(error)

    def _lay_out(self) -> None:
        px = look.current().px
        self.resize(px(_WIDE), px(_HIGH))
        self.homes.setMinimumHeight(px(_LEAST))
        head = QWidget()
        choices = Flow(head, Gap.MEDIUM)
        choices.addWidget(self.village)
        choices.addWidget(self.act)
        foot = QHBoxLayout()
        foot.setSpacing(px(Gap.SMALL))
        foot.addWidget(self.all)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.WIDE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addWidget(Label(tr("村社公示"), Text.TITLE))
        column.addWidget(head)
        column.addWidget(self.banner)
        column.addWidget(self.line)
        column.addWidget(self.homes, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.village.picked.connect(self._pick_village)
        self.act.picked.connect(self._pick_act)
        self.homes.ticked.connect(self._choose)
        self.all.clicked.connect(self._choose_all)
        self.cancel.clicked.connect(self.reject)
        self.draw.clicked.connect(self._draw)
