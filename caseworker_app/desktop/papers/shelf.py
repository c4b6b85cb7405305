"""The papers of a household: what the law asks for first, the card of the chosen one beside."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseworker_app.desktop.papers import presenter
from caseworker_app.desktop.papers.card import card
from caseworker_app.desktop.papers.paper_card import PaperCard
from caseworker_app.desktop.papers.presenter import Group, Row, ShelfPresenter, ShelfView
from caseworker_app.desktop.step.editors import Pick
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.banner import Banner
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.card import TableCard
from caseworker_app.desktop.widgets.choice import Choice
from caseworker_app.desktop.widgets.empty import EmptyState
from caseworker_app.desktop.widgets.header import Header
from caseworker_app.desktop.widgets.held_table import HeldTable
from caseworker_app.desktop.widgets.search_box import SearchBox

_ROOM_BESIDE = 1000
"""Width at scale 1 from which list and card stand side by side."""


class Shelf(QWidget):
    """Shows the presenter's view; everything that is done with a paper is told."""

    closed = Signal()
    opened = Signal(object)
    """The Row to write, go on writing or look at."""
    print_asked = Signal(object)
    blank_asked = Signal(object)
    void_asked = Signal(object)
    drop_asked = Signal(object)
    based = Signal(str)
    """The visit papers rest on from now, "" for none."""
    retried = Signal()
    notice_asked = Signal()
    file_asked = Signal()

    def __init__(self, papers: ShelfPresenter) -> None:
        super().__init__()
        self._presenter = papers
        self._bases: tuple[tuple[str, str], ...] = ()
        self.header = Header(tr("文书"), " ")
        self.search_box = SearchBox(tr("文书名称、编号"))
        self.notice = Button(tr("村社公示…"), Kind.QUIET, key="Ctrl+Shift+G")
        self.file = Button(tr("导出一户一档…"), Kind.QUIET, key="Ctrl+Shift+E")
        self.leave = Button(tr("返回"), Kind.QUIET, icon="arrow_left", key="Ctrl+W")
        self.banner = Banner()
        self.basis = Pick(tr("依据"), ())
        self.filters = Choice([(group.name, group) for group in Group], Group.ALL.name, quiet=True)
        self.filters.setAccessibleName(tr("只看"))
        self.table: HeldTable[Row] = HeldTable(tr("文书"), presenter.COLUMNS, presenter.cells)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.card = PaperCard()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        view = self._presenter.view()
        self.header.title.setText(view.title)
        self.header.line.setText(view.line)
        self._show_bases(view)
        for group, count in view.counts.items():
            self.filters.set_word(group.name, f"{group} {count}")
        self.filters.set_code(self._presenter.group.name)
        for part in (self.filters, self.search_box, self.file):
            part.setVisible(self._presenter.household is not None)
        self.table.hold(view.rows)
        title, text = view.nothing
        if title:
            retry = tr("再试一次") if self._presenter.failed else ""
            icon = "error_circle" if self._presenter.failed else "document_text"
            self.empty.say(icon, title, text, retry)
        self.stack.setCurrentWidget(self.empty if title else self.table)
        self.card.setVisible(not title)

    def begin(self) -> None:
        """Put the focus into the list."""
        (self.table if self.stack.currentWidget() is self.table else self.search_box).setFocus()

    def row(self) -> Row | None:
        return self.table.current()

    def go_to(self, key: str) -> None:
        """Make a paper the current one."""
        for number, row in enumerate(self.table.held()):
            if row.key == key:
                self.table.go_to(number)

    def search(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.rect().width() < look.current().px(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._content.setDirection(way.TopToBottom if below else way.LeftToRight)
        self.card.arrange(below=below)

    def minimumSizeHint(self) -> QSize:
        """Count in the lines the head breaks into: where room is short, the page scrolls."""
        least, layout = super().minimumSizeHint(), self.layout()
        broken = layout.totalMinimumHeightForWidth(self.rect().width()) if layout else 0
        return QSize(least.width(), max(least.height(), broken))

    def _show_bases(self, view: ShelfView) -> None:
        if view.bases != self._bases:
            self._bases = view.bases
            self.basis.clear()
            for visit, words in view.bases:
                self.basis.addItem(tr("依据：{words}", words=words), visit)
            self.basis.updateGeometry()
        self.basis.setCurrentIndex(max(0, self.basis.findData(view.basis)))
        self.basis.setVisible(len(view.bases) > 1)

    def _lay_out(self) -> None:
        px = look.current().px
        self.search_box.setFixedWidth(px(240))
        self.header.add(self.basis)
        self.header.add(self.search_box)
        self.header.add(self.notice)
        self.header.add(self.file)
        self.header.add(self.leave)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(px(Gap.LARGE))
        self._content.addWidget(TableCard(self.stack), 1)
        self._content.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.WIDE), px(20), px(Gap.WIDE), px(Gap.LARGE))
        column.setSpacing(px(Gap.MEDIUM))
        for part in (self.header, self.banner, self.filters):
            column.addWidget(part)
        column.addLayout(self._content, 1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.basis.picked.connect(self.based)
        self.filters.picked.connect(self._narrow)
        self.search_box.textChanged.connect(self._find)
        self.search_box.left.connect(self.table.setFocus)
        self.table.typed.connect(self._type_ahead)
        self.table.moved.connect(self._show_row)
        self.table.opened.connect(self.opened)
        self.empty.acted.connect(self.retried)
        self.notice.clicked.connect(self.notice_asked)
        self.file.clicked.connect(self.file_asked)
        self.card.act.clicked.connect(self.table.open_current)
        told = (
            (self.card.print, self.print_asked),
            (self.card.blank, self.blank_asked),
            (self.card.void, self.void_asked),
            (self.card.drop, self.drop_asked),
        )
        for button, signal in told:
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self.row()))

    def _narrow(self, name: str) -> None:
        self._presenter.group = Group[name]
        self.refresh()

    def _find(self, text: str) -> None:
        self._presenter.text = text.strip()
        self.refresh()

    def _type_ahead(self, text: str) -> None:
        self.search_box.setFocus()
        self.search_box.setText(text)

    def _show_row(self, row: Row | None) -> None:
        if row is not None:
            self.card.show_view(card(row))
