"""Read aloud, sign, seal; afterwards the paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from caseworker_app.desktop.evidence.pictures import Pictures
from caseworker_app.desktop.evidence.taking import choose, pictures, png
from caseworker_app.desktop.failure import sentence
from caseworker_app.desktop.signing.pad import SignerCard
from caseworker_app.desktop.signing.presenter import MEMBER, Obstacle, SigningPresenter, SigningView
from caseworker_app.desktop.step.actions import VisitActions
from caseworker_app.desktop.step.editors import TextArea
from caseworker_app.desktop.step.page import StepPage, clear
from caseworker_app.desktop.step.places import item_of
from caseworker_app.desktop.tasks import Tasks
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.dialogs import Question, ask
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.save_dialog import ask_where
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.model.visit import Signature
from caseworker_app.workflow import plain_file
from caseworker_app.workflow.evidence import FILE, Shot
from caseworker_app.workflow.seal import Sealed

_SEAL = Question(
    tr("封存这次核查？"),
    tr("封存后所有内容和签字都不能再改。要更正，只能说明原因另做一份。"),
    confirm=tr("封存"),
    cancel=tr("再看看"),
)
_COLUMNS = 2
_ROOMY = 700
"""Width at scale 1 from which two places to sign stand side by side."""

_UNPRESS = Question(
    tr("撤下这枚捺印？"),
    tr("撤下后不再算作同意，照片和撤下的原因仍留在记录里。"),
    confirm=tr("撤下"),
    danger=True,
    reason=tr("撤下的原因"),
)


class SigningPage(StepPage):
    def __init__(self, presenter: SigningPresenter, tasks: Tasks, actions: VisitActions) -> None:
        super().__init__()
        self._presenter, self._tasks, self._actions = presenter, tasks, actions
        self._pictures = Pictures(self, tasks, actions.photo, self._fail)
        view = presenter.view()
        self.cards = {signer.role: SignerCard(signer) for signer in view.signers}
        self.seal_button = Button(tr("封存"), Kind.PRIMARY, icon="lock_closed", key="Ctrl+Shift+S")
        self.save_button = Button(tr("另存 PDF…"), key="Ctrl+S")
        self.print_button = Button(tr("打印…"), icon="print", key="Ctrl+P")
        self._seal_hint = Label("", Text.BODY, Shade.SECOND, wrap=True)
        self._summary = Label("", Text.BODY, wrap=True)
        self._summary.setFont(_large())
        self._paper_card = Card(tr("核查表"))
        self._paper = Label("", Text.BODY, wrap=True)
        self.unsigned = TextArea(
            tr("拒绝签字的原因"), 1, tr("愿意签的不用填；拒绝的写明原因，再请两名见证人签字")
        )
        self._refusal = Card(tr("家庭成员拒绝签字"))
        self._grid = QGridLayout()
        self._before_card = Card(tr("签字之前还要补齐"))
        self._before = QVBoxLayout()
        self._before_shown: tuple[Obstacle, ...] | None = None
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        view = self._presenter.view()
        self._summary.setText("\n".join(view.summary))
        for signer in view.signers:
            self.cards[signer.role].show_signer(signer, is_open=view.is_open)
            self.cards[signer.role].setVisible(signer.asked)
            self._show_print(self.cards[signer.role], signer.print_sha)
        self.unsigned.fill(view.unsigned)
        self.unsigned.setEnabled(view.is_open)
        self._show_before(view.before)
        self._show_seal(view)

    def jump(self, place: str) -> None:
        self.cards.get(item_of(place), self.cards[MEMBER]).pad.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = _COLUMNS if self.rect().width() >= look.current().px(_ROOMY) else 1
        if columns != self._columns:
            self._arrange(columns=columns)

    def sign(self, role: str) -> None:
        """Keep the ink that is on a pad."""
        pad, name = self.cards[role].pad, self._presenter.name(role)
        visit_id, ink = self._presenter.visit_id, (pad.strokes(), *pad.sheet())
        self._presenter.commit()
        self._tasks.on_database(
            self,
            lambda: self._actions.sign(visit_id, role, name, ink),
            self._signed,
            self._fail,
        )

    def unsign(self, role: str) -> None:
        """Take a signature back, so that it can be given anew."""
        visit_id = self._presenter.visit_id
        self._tasks.on_database(
            self,
            lambda: self._actions.unsign(visit_id, role),
            lambda _none: self._presenter.unsigned(role),
            self._fail,
        )

    def press(self, role: str, files: list[Path]) -> None:
        """Keep the picture of a finger's print, the first of those chosen."""
        self._press(role, lambda: self._actions.evidence.read(files[0], FILE))

    def press_given(self, role: str, mime: QMimeData) -> None:
        """Keep the picture of a finger's print that was dropped."""
        files, image = pictures(mime), mime.imageData() if mime.hasImage() else None
        if files:
            self.press(role, files)
        elif isinstance(image, QImage):
            copy = image.copy()
            self._press(role, lambda: self._actions.evidence.shot(png(copy)))

    def unpress(self, role: str) -> None:
        """Ask why, then withdraw a print; it stays in the record."""
        signer = next(s for s in self._presenter.view().signers if s.role == role)
        visit_id = self._presenter.visit_id
        ask(
            self,
            _UNPRESS,
            lambda reason: self._tasks.on_database(
                self,
                lambda: self._actions.evidence.withdraw(visit_id, signer.print_id, reason),
                self._presenter.pressed,
                self._fail,
            ),
        )

    def seal(self) -> None:
        """Ask once more, then seal."""
        ask(self, _SEAL, lambda _reason: self._seal())

    def save_pdf(self) -> None:
        """Ask where to, then write the paper there."""
        ask_where(self, tr("另存核查表"), self._presenter.file_name(), self.write_pdf)

    def write_pdf(self, file: Path) -> None:
        """Write the sealed paper to a file."""
        visit_id = self._presenter.visit_id
        self._tasks.out_of_store(
            self,
            lambda: self._actions.form(visit_id),
            lambda pdf: plain_file.write(file, pdf),
            lambda _none: self.told.emit(tr("核查表已存到 {file}", file=file)),
            self._fail,
        )

    def _press(self, role: str, shoot: Callable[[], Shot]) -> None:
        """Read the picture beside the screen, then bind it to what is saved by then."""
        visit_id, name = self._presenter.visit_id, self._presenter.name(role)
        add = self._actions.evidence.add_print
        self._presenter.commit()
        self._tasks.into_store(
            self,
            shoot,
            lambda shot: add(visit_id, role, name, shot),
            self._presenter.pressed,
            self._fail,
        )

    def _show_print(self, card: SignerCard, sha: str) -> None:
        card.show_print(self._pictures.small(sha) if sha else QPixmap())

    def _seal(self) -> None:
        visit_id = self._presenter.visit_id
        self.seal_button.setEnabled(False)
        self._tasks.on_database(
            self, lambda: self._actions.seal(visit_id), self._sealed, self._fail_seal
        )

    def _signed(self, signature: Signature) -> None:
        self._presenter.signed(signature)
        following = (c for c in self.cards.values() if c.pad.isEnabled() and not c.pad.strokes())
        card = next(following, None)
        (card.pad if card else self.seal_button).setFocus()

    def _sealed(self, sealed: Sealed) -> None:
        self._presenter.sealed(sealed)
        self.print_button.setFocus()
        self.told.emit(
            tr("已封存，编号 {number}。有网络时会自动送到办公室。", number=sealed.number)
        )
        self.moved.emit()

    def _fail_seal(self, error: Exception) -> None:
        self.refresh()
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(sentence(error))

    def _lay_out(self) -> None:
        px = look.current().px
        scroll = Scroll()
        read = Card(tr("请念给家庭成员听"))
        read.add(self._summary)
        self._refusal.add(self.unsigned)
        self._refusal.body.addStretch()
        self._grid.setSpacing(px(Gap.LARGE))
        self._arrange(columns=1)
        self._before.setSpacing(px(Gap.TINY))
        self._before_card.body.addLayout(self._before)
        paper = QHBoxLayout()
        paper.addWidget(self._paper, 1)
        paper.addWidget(self.save_button)
        paper.addWidget(self.print_button)
        self._paper_card.body.addLayout(paper)
        foot = QHBoxLayout()
        foot.setSpacing(px(Gap.MEDIUM))
        foot.addWidget(self._seal_hint, 1)
        foot.addWidget(self.seal_button)
        for above in (self._paper_card, self._before_card, read):
            scroll.body.addWidget(above)
        scroll.body.addLayout(self._grid)
        scroll.body.addLayout(foot)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _arrange(self, *, columns: int) -> None:
        """Put the member beside a refusal, investigators and witnesses side by side below."""
        self._columns = columns
        member, *others = self.cards.values()
        for number, card in enumerate((member, self._refusal, *others)):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _show_before(self, rows: tuple[Obstacle, ...]) -> None:
        if rows == self._before_shown:
            return
        self._before_shown = rows
        clear(self._before)
        self._before_card.setVisible(bool(rows))
        for row in rows:
            line = QHBoxLayout()
            line.addWidget(Label(row.text, wrap=True), 1)
            there = Button(tr("去{where}", where=row.where))
            there.setAccessibleName(tr("去{where}：{text}", where=row.where, text=row.text))
            there.clicked.connect(lambda _on=False, place=row.place: self.jump_asked.emit(place))
            line.addWidget(there)
            self._before.addLayout(line)

    def _show_seal(self, view: SigningView) -> None:
        self.seal_button.setEnabled(view.can_seal)
        self.seal_button.setVisible(view.is_open)
        self._seal_hint.setText(view.seal_hint)
        self._seal_hint.setVisible(view.is_open)
        self._paper_card.setVisible(view.paper is not None)
        if view.paper is not None:
            words = (
                tr("编号 {number}", number=view.paper.number),
                tr("指纹 {fingerprint}", fingerprint=view.paper.fingerprint),
            )
            shown = words if view.paper.fingerprint else words[:1]
            self._paper.setText(tr("　").join(shown))

    def _connect(self) -> None:
        self._pictures.came.connect(lambda _sha: self.refresh())
        self.seal_button.clicked.connect(self.seal)
        self.unsigned.typed.connect(self._presenter.refuse)
        self.unsigned.left.connect(self._presenter.commit)
        self.save_button.clicked.connect(self.save_pdf)
        self.print_button.clicked.connect(self._print)
        for role, card in self.cards.items():
            card.confirmed.connect(lambda who=role: self.sign(who))
            card.withdrawn.connect(lambda who=role: self.unsign(who))
            card.named.connect(lambda name, who=role: self._name_witness(who, name))
            card.press_asked.connect(lambda who=role: self._choose_print(who))
            card.given.connect(lambda mime, who=role: self.press_given(who, mime))
            card.unpress_asked.connect(lambda who=role: self.unpress(who))

    def _print(self) -> None:
        paper = self._presenter.view().paper
        if paper is not None:
            self.print_asked.emit(paper.number)

    def _choose_print(self, role: str) -> None:
        choose(self, tr("选择手印的照片或扫描件"), lambda files: self.press(role, files))

    def _name_witness(self, role: str, name: str) -> None:
        self._presenter.witness(role, name)
        self.refresh()


def _large() -> QFont:
    font = QFont(look.current().font(Text.TITLE))
    font.setWeight(QFont.Weight.Normal)
    return font
