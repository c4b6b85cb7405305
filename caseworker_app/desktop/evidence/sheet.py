"""佐证: the contact sheet of a visit, one key from everywhere in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from caseworker_app.desktop.evidence.phone import PhoneFolder
from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.evidence.presenter import SheetPresenter
from caseworker_app.desktop.evidence.recording import RecordingDialog
from caseworker_app.desktop.evidence.strip import PhoneStrip
from caseworker_app.desktop.evidence.taking import Taker, holds_pictures, recordings
from caseworker_app.desktop.evidence.viewer import Viewer
from caseworker_app.desktop.evidence.wall import Wall
from caseworker_app.desktop.step.case import Case
from caseworker_app.desktop.step.evidence import EvidenceActions
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner, News
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.dialogs import Dialog, Question, ask, lay_over, open_once
from caseworker_app.desktop.widgets.flow import Flow
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.model.visit import Attachment, Visit
from caseworker_app.rules.evidence import AUDIO
from caseworker_app.workflow import plain_file
from caseworker_app.workflow.evidence import FOLDER, Spoken, ending

_ROOMY = 900
"""Width at scale 1 from which list and picture stand side by side."""

_WITHDRAW = Question(
    tr("撤下这件佐证？"),
    tr("撤下后不再作为依据，也不打印；原件和撤下的原因都留在记录里，一起送达。"),
    confirm=tr("撤下"),
    danger=True,
    reason=tr("撤下的原因"),
)
_EXPORT = Question(
    tr("导出这件佐证？"),
    tr("导出的文件没有加密，谁都能打开。用完请删除。导出的人、时间和原因都会留痕。"),
    confirm=tr("选择存放位置…"),
    reason=tr("导出的原因"),
)


@dataclass(frozen=True, slots=True)
class Means:
    """What the sheet works with."""

    tasks: Tasks
    actions: EvidenceActions
    bytes_of: Callable[[str], bytes]
    """Bytes of evidence by hash."""
    phone: PhoneFolder


class Sheet(Dialog):
    """Arrows walk, Enter opens, Ctrl+P adds, Ctrl+V pastes, Ctrl+Delete withdraws, Esc leaves."""

    def __init__(self, parent: QWidget, case: Case, means: Means) -> None:
        super().__init__(parent)
        self._over = parent
        self.setWindowTitle(tr("佐证"))
        self.setAcceptDrops(True)
        self._case, self._means = case, means
        self.presenter = SheetPresenter(case, means.actions.wanted)
        self.taker = Taker(self, case, means.tasks, means.actions)
        self.banner = Banner()
        self.pictures = Pictures(self, means.tasks, means.bytes_of, self.banner.fail)
        self._looking = False
        self.summary = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self.add = Button(tr("添加照片…"), Kind.PRIMARY, icon="image_add", key="Ctrl+P")
        self.paste = Button(tr("粘贴"), key="Ctrl+V")
        self.phone_button = Button(tr("手机照片文件夹…"), key="Ctrl+M")
        self.record = Button(tr("添加录音…"), key="Ctrl+R")
        self.close_button = Button(tr("关闭"), icon="dismiss", key="Esc")
        self.strip = PhoneStrip()
        self.viewer = Viewer()
        self.wall = Wall(self.pictures)
        self._lay_out()
        self._connect()

    def open_at(self, place: str) -> None:
        """Show the sheet over the window, at the evidence of a place."""
        lay_over(self, self._over.window())
        self.banner.hide()
        self._look_large(large=False)
        self.presenter.aim(place)
        self._show()
        self.open()
        self._focus()
        self._means.phone.look()

    def refresh(self) -> None:
        """Show what there is; nothing is done while nobody sees it."""
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        view = self.presenter.view()
        self.summary.setText(view.summary)
        self.wall.show_groups(view.groups, self.presenter.current)
        held = self.presenter.places(view.chosen.tile.place if view.chosen else "")
        self.viewer.show_view(view, held)
        self._show_large()
        for button in (self.add, self.paste, self.phone_button, self.record):
            button.setEnabled(view.is_open)
        self.record.setEnabled(view.is_open and bool(view.disputed))
        self._show_phone()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_pictures(event.mimeData()) or recordings(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        sounds = recordings(event.mimeData())
        if sounds and not holds_pictures(event.mimeData()):
            self.ask_recording(sounds[0])
        else:
            self._take(event.mimeData(), self.presenter.target)

    def ask_recording(self, file: Path | None = None) -> None:
        """Ask what a recording is about and who agreed, then take it in."""
        view = self.presenter.view()
        if not view.disputed or not view.is_open:
            self.banner.say(News.WARNING, tr("录音只用于有争议的差异，本户没有差异，不用录音。"))
            return
        dialog = RecordingDialog(self, view.disputed, self.presenter.people(), file)
        dialog.taken.connect(self._record)
        open_once(dialog)

    def _ask_recording(self) -> None:
        self.ask_recording()

    def withdraw(self) -> None:
        """Ask why, then take the chosen evidence out."""
        key, visit_id = self.presenter.current, self.presenter.visit_id
        self.presenter.commit()
        ask(
            self,
            _WITHDRAW,
            lambda reason: self._store(lambda: self._means.actions.withdraw(visit_id, key, reason)),
        )

    def restore(self) -> None:
        key, visit_id = self.presenter.current, self.presenter.visit_id
        self.presenter.commit()
        self._store(lambda: self._means.actions.restore(visit_id, key))

    def export(self) -> None:
        """Ask why and where to, then write the chosen evidence there."""
        found = self.presenter.attachment()
        if found is not None:
            ask(self, _EXPORT, lambda reason: self._where(found, reason))

    def _where(self, found: Attachment, reason: str) -> None:
        name = self.presenter.file_name(ending(found))
        ask_where(
            self, tr("导出佐证"), name, lambda file: self.write(found.id, file, reason), kind=""
        )

    def write(self, attachment_id: str, file: Path, reason: str) -> None:
        """Write evidence to a file in the clear."""
        visit_id = self.presenter.visit_id
        self._means.tasks.out_of_store(
            self,
            lambda: self._means.actions.export(visit_id, attachment_id, reason),
            lambda data: plain_file.write(file, data),
            lambda _none: self.banner.say(News.SUCCESS, tr("已导出到 {file}，并已留痕", file=file)),
            self.banner.fail,
        )

    def _take(self, mime: QMimeData, place: str) -> None:
        if self._case.is_open:
            self.taker.mime(mime, place, self._caption(place))

    def _caption(self, place: str) -> str:
        return self.presenter.place_name(place) if place else ""

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData(), self.presenter.target)

    def _browse(self) -> None:
        place = self.presenter.target
        self.taker.browse(place, self._caption(place))

    def _pick(self, paths: list[Path]) -> None:
        place = self.presenter.target if len(paths) == 1 else ""
        self.taker.files(paths, place, self._caption(place), FOLDER)

    def _pick_all(self) -> None:
        self._pick(list(self.strip.buttons))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("手机把照片存到哪个文件夹"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._means.phone.set_folder)
        open_once(dialog)

    def _record(self, file: Path, spoken: Spoken) -> None:
        visit_id, actions = self.presenter.visit_id, self._means.actions
        self._means.tasks.into_store(
            self,
            lambda: actions.read_recording(file),
            lambda sound: actions.add_recording(visit_id, sound, spoken),
            self._recorded,
            self.banner.fail,
        )

    def _recorded(self, attachment: Attachment) -> None:
        self.presenter.choose(attachment.id)
        self._case.attached(attachment)
        self.banner.say(News.SUCCESS, tr("已收下录音，只存在加密的资料里。请删掉手机里的那份。"))

    def _added(self, attachment_id: str) -> None:
        """Go to the photo that came, so that its caption can be typed at once."""
        self.presenter.choose(attachment_id)
        self.refresh()
        self._focus()

    def _store(self, work: Callable[[], Visit]) -> None:
        self._means.tasks.on_database(self, work, self._case.evidence, self.banner.fail)

    def _leave(self) -> None:
        """Go back from the large picture to the list, from the list to the visit."""
        self.presenter.commit()
        if self._looking:
            self._look_large(large=False)
            self._focus()
        else:
            self.hide()

    def _look_large(self, *, large: bool) -> None:
        self._looking = large
        self.viewer.set_large(large=large)
        self._fit()

    def _fit(self) -> None:
        roomy = self.rect().width() >= look.current().px(_ROOMY)
        self.wall.setVisible(not self._looking)
        self.viewer.setVisible(roomy or self._looking)

    def _open_tile(self, key: str) -> None:
        """Ask for what is missing; look at what is there."""
        self._choose(key)
        if self.wall.tiles[key].tile.is_missing:
            self._browse()
        else:
            self._look_large(large=True)
            self.viewer.caption.setFocus()

    def _choose(self, key: str) -> None:
        if key != self.presenter.current:
            self.presenter.commit()
            self.presenter.choose(key)
            self.refresh()

    def _focus(self) -> None:
        self.wall.focus(self.presenter.current)

    def _show_large(self) -> None:
        """Show the chosen picture: the small one at once, the large one when it is there."""
        found = self.presenter.attachment()
        if found is None or found.role == AUDIO:
            self.viewer.show_picture(QPixmap(), 0, found.role if found else "")
        else:
            picture = self.pictures.large(found.sha)
            self.viewer.show_picture(picture, found.turned or 0, found.role)

    def _phoned(self) -> None:
        if self.isVisible():
            self._show_phone()

    def _show_phone(self) -> None:
        taken = {a.origin.sha for a in self._case.visit.attachments if a.origin}
        view = self._means.phone.view(frozenset(taken))
        target = self.presenter.place_name(self.presenter.target)
        self.strip.show_view(view, target, is_open=self._case.is_open)
        self.phone_button.setVisible(not view.folder)

    def _lay_out(self) -> None:
        px = look.current().px
        head = QHBoxLayout()
        head.setSpacing(px(Gap.MEDIUM))
        head.addWidget(Label(tr("佐证"), Text.TITLE))
        head.addWidget(self.summary, 1)
        head.addWidget(self.close_button)
        acts = QWidget()
        flow = Flow(acts, Gap.SMALL)
        for button in (self.add, self.paste, self.phone_button, self.record):
            flow.addWidget(button)
        self.wall.body.addWidget(acts)
        self.wall.body.addWidget(self.strip)
        self.wall.finish()
        middle = QHBoxLayout()
        middle.setSpacing(px(Gap.WIDE))
        middle.addWidget(self.wall, 5)
        middle.addWidget(self.viewer, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(Gap.LARGE), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        self._case.watch(self.refresh)
        self.pictures.came.connect(lambda _sha: self._show_large())
        self.wall.chosen.connect(self._choose)
        self.wall.opened.connect(self._open_tile)
        self.wall.dropped.connect(self._take)
        self._means.phone.changed.connect(self._phoned)
        self.add.clicked.connect(self._browse)
        self.paste.clicked.connect(self._paste)
        self.phone_button.clicked.connect(self._choose_folder)
        self.record.clicked.connect(self._ask_recording)
        self.close_button.clicked.connect(self._leave)
        self.strip.picked.connect(lambda path: self._pick([path]))
        self.strip.all_picked.connect(self._pick_all)
        self.strip.folder_asked.connect(self._choose_folder)
        self.taker.added.connect(self._added)
        self.taker.told.connect(lambda text: self.banner.say(News.SUCCESS, text))
        self.taker.warned.connect(lambda text: self.banner.say(News.WARNING, text))
        self.taker.failed.connect(lambda text: self.banner.say(News.ERROR, text))
        self._connect_viewer()

    def _connect_viewer(self) -> None:
        self.viewer.captioned.connect(self.presenter.caption)
        self.viewer.left.connect(self.presenter.commit)
        self.viewer.bound.connect(self.presenter.bind)
        self.viewer.turn_asked.connect(self.presenter.turn)
        self.viewer.withdraw_asked.connect(self.withdraw)
        self.viewer.restore_asked.connect(self.restore)
        self.viewer.export_asked.connect(self.export)
        self.viewer.browse_asked.connect(self._browse)
        self.viewer.large_asked.connect(lambda: self._look_large(large=not self._looking))
