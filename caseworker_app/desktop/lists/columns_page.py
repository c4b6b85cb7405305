"""Step 2: which column is which field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from caseworker_app.desktop.faces import ChipFace, Shape
from caseworker_app.desktop.lists.wizard import NOT_USED, Wizard
from caseworker_app.desktop.step.editors import Pick
from caseworker_app.desktop.step.page import clear
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Shade, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.card import Card
from caseworker_app.desktop.widgets.chip import Chip
from caseworker_app.desktop.widgets.label import Label
from caseworker_app.desktop.widgets.scroll import Scroll
from caseworker_app.workflow.register_list import Columns, ListColumn, ListField

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ROOMY = 720
"""Width at scale 1 from which a chip stands behind each column."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_USED = ChipFace(tr("已对上"), Tone.GREEN, Shape.TICK)
_UNUSED = ChipFace(tr("不用"), Tone.GREY, Shape.RING)


class ColumnPick(Pick):
    """↑↓ go to the next column's field, Enter opens the list of fields."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers():
            self.stepped.emit(_STEPS[key])
        elif key in _OPENING and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)


class ColumnsPage(QWidget):
    """One line a column: its heading, what stands in it, what it is taken for."""

    assigned = Signal(str, str)
    """Heading of the column, official heading of the field (or empty)."""

    def __init__(self) -> None:
        super().__init__()
        px = look.current().px
        self.picks: list[ColumnPick] = []
        self._chips: list[Chip] = []
        self._titles: list[Label] = []
        self._rows: list[tuple[Label, Label, ColumnPick, Chip]] = []
        self._beside: bool | None = None
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self.missing = Label("", Text.STRONG, wrap=True)
        self.missing.set_tone(Tone.RED)
        self._lacking = Label("", Text.SMALL, Shade.SECOND, wrap=True)
        self._summary = Label("", Text.SMALL, Shade.SECOND)
        card = Card(tr("名单的各列"))
        card.head.addWidget(self._summary)
        card.head.addWidget(Label(tr("↑↓ 换列 · 回车选字段"), Text.SMALL, Shade.THIRD))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(Gap.LARGE))
        self._grid.setVerticalSpacing(px(6))
        card.add(self.missing)
        card.body.addLayout(self._grid)
        card.add(self._lacking)
        scroll = Scroll()
        scroll.body.addWidget(card)
        scroll.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_wizard(self, wizard: Wizard, fields: tuple[ListField, ...]) -> None:
        columns = wizard.columns
        if columns is None:
            return
        headings = tuple(one.heading for one in columns.columns)
        if self._shown != (wizard.kind, headings):
            self._shown = (wizard.kind, headings)
            self._build(columns, fields)
        for pick, chip, one in zip(self.picks, self._chips, columns.columns, strict=True):
            pick.set_code(one.taken_for)
            chip.set_face(_USED if one.taken_for else _UNUSED)
        used = sum(bool(one.taken_for) for one in columns.columns)
        self._summary.setText(tr("共 {n} 列，用到 {used} 列", n=len(columns.columns), used=used))
        self.missing.setText(
            tr("还缺必填项：{names}。请指给相应的列。", names=tr("、").join(columns.missing))
        )
        self.missing.setVisible(bool(columns.missing))
        self._lacking.setText(tr("名单里没有：{names}", names=tr("、").join(columns.lacking)))
        self._lacking.setVisible(bool(columns.lacking))

    def begin(self) -> None:
        """Put the focus on the first column that is not used, where a field is missing."""
        unused = (pick for pick in self.picks if not pick.code())
        first = next(unused, None) if not self.missing.isHidden() else None
        chosen = first or next(iter(self.picks), None)
        if chosen:
            chosen.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short, leave the chips out and put the content below the heading."""
        roomy = self.rect().width() >= look.current().px(_ROOMY)
        for chip in self._chips:
            chip.setVisible(roomy)
        if not self._titles or roomy == self._beside:
            return
        self._beside = roomy
        for at, title in enumerate(self._titles):
            self._grid.addWidget(title, 0, at if roomy else at // 2)
        self._titles[1].setVisible(roomy)
        for row, (heading, examples, pick, chip) in enumerate(self._rows, start=1):
            line = row if roomy else 2 * row
            self._grid.addWidget(heading, line, 0, _MIDDLE)
            self._grid.addWidget(pick, line, 2 if roomy else 1, _MIDDLE)
            self._grid.addWidget(chip, line, 3, _MIDDLE)
            if roomy:
                self._grid.addWidget(examples, line, 1, _MIDDLE)
            else:
                self._grid.addWidget(examples, line + 1, 0, 1, 2)
        self._grid.setColumnStretch(1, 5 if roomy else 0)

    def _build(self, columns: Columns, fields: tuple[ListField, ...]) -> None:
        clear(self._grid)
        self.picks, self._chips, self._rows = [], [], []
        titles = (tr("部门的列名"), tr("头几行的内容"), tr("作为哪一项"))
        self._titles = [Label(title, Text.SMALL, Shade.SECOND) for title in titles]
        options = [(NOT_USED, tr("不用这一列"))]
        options += [
            (
                one.heading,
                tr("{heading}（必填）", heading=one.heading) if one.necessary else one.heading,
            )
            for one in fields
        ]
        for one in columns.columns:
            self._add(one, options)
        self._grid.setColumnStretch(0, 3)
        self._beside = None
        self._fit()

    def _add(self, one: ListColumn, options: list[tuple[str, str]]) -> None:
        row = len(self.picks)
        pick = ColumnPick(tr("{heading} 作为哪一项", heading=one.heading), options)
        pick.setAccessibleDescription(tr("内容如 {names}", names=tr("、").join(one.examples)))
        pick.picked.connect(lambda field: self.assigned.emit(one.heading, field))
        pick.stepped.connect(lambda by, at=row: self._step(at + by))
        chip = Chip(_UNUSED)
        heading = _cell(one.heading, Text.STRONG, Shade.TEXT)
        examples = _cell(tr("　").join(one.examples) or tr("（空）"), Text.SMALL, Shade.SECOND)
        self._rows.append((heading, examples, pick, chip))
        self.picks.append(pick)
        self._chips.append(chip)

    def _step(self, at: int) -> None:
        if 0 <= at < len(self.picks):
            self.picks[at].setFocus()


def _cell(text: str, size: Text, shade: Shade) -> Label:
    label = Label(text, size, shade, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
