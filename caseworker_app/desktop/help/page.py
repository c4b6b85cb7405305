"""The window of the help: the contents or what was found above, the page below."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from caseworker_app.desktop.help import presenter
from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Gap, Text, Tone
from caseworker_app.desktop.tongue import tr
from caseworker_app.desktop.widgets.button import Button, Kind
from caseworker_app.desktop.widgets.search_box import SearchBox
from caseworker_app.paths import resource

_WIDE = 460
_SHARE = 0.45
"""Most of the screen's width the help takes."""
_INDENT = 22
_LINE = 135
"""Height of a line in per cent."""
_PER_CENT = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_HITS = 6
"""Lines of the contents in sight."""


class _Reader(QTextBrowser):
    """Shows a page; pictures are never wider than it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("帮助内容"))
        self.setOpenLinks(False)
        self.setFont(look.current().font(Text.BODY))
        self.document().setDocumentMargin(look.current().px(Gap.LARGE))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource:
            return None
        picture = QImage(str(resource("help", QUrl(name).path())))
        room = self.viewport().rect().width() - look.current().px(3 * Gap.LARGE)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(room, smooth) if picture.width() > room > 0 else picture


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    found, at = [], block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found


def _select(document: QTextDocument, piece: QTextFragment) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _heading(level: int) -> QFont:
    sizes = {1: Text.TITLE, 2: Text.HEADING}
    return look.current().font(sizes.get(level, Text.STRONG))


def _key_letters() -> QTextCharFormat:
    """Return how a key is written: the letters of everything else, on a ground."""
    now = look.current()
    letters = QTextCharFormat()
    letters.setFont(now.font(Text.STRONG))
    letters.setForeground(look.paint(now.tone(Tone.BLUE).text))
    letters.setBackground(look.paint(now.tone(Tone.BLUE).fill))
    return letters


class HelpWindow(QWidget):
    """Stays open beside the work; F1 elsewhere turns it to the page of that screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("帮助"))
        self.name = ""
        self._before: list[str] = []
        self.search_box = SearchBox(tr("在帮助里找"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(tr("目录"))
        self.hits.setWordWrap(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reader = _Reader()
        self.contents = Button(tr("目录"), Kind.QUIET, key="Alt+C")
        self.back_button = Button(tr("上一页"), Kind.QUIET, icon="arrow_left", key="Alt+Left")
        self.close_button = Button(tr("关闭"), Kind.QUIET, key="Esc")
        self._arrange()
        self._connect()
        self._fill("")
        self.hits.hide()

    def open(self, name: str) -> None:
        """Show the page of a screen, beside the work."""
        if not self.isVisible():
            self._stand_beside()
        self.hits.hide()
        self.show_page(name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()

    def show_page(self, name: str) -> None:
        """Show a page; the one before is a key away."""
        if self.name and self.name != name:
            self._before.append(self.name)
        self._put(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.name:
            self._put(self.name)

    def _put(self, name: str) -> None:
        found = presenter.topic(name)
        self.name = found.name
        self.reader.document().clear()
        self.reader.setMarkdown(found.text)
        self._dress()
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        self.back_button.setEnabled(bool(self._before))
        self.setWindowTitle(tr("帮助：{title}", title=found.title))

    def _dress(self) -> None:
        """Give headings the letters of the screens, keys a ground, and lines room to be read."""
        document = self.reader.document()
        document.setIndentWidth(look.current().px(_INDENT))
        block = document.begin()
        while block.isValid():
            pieces = _pieces(block)
            for piece in pieces:
                letters = piece.charFormat()
                if letters.fontFixedPitch():
                    _select(document, piece).setCharFormat(_key_letters())
                elif block.blockFormat().headingLevel():
                    letters.setFont(_heading(block.blockFormat().headingLevel()))
                    _select(document, piece).setCharFormat(letters)
            shape = block.blockFormat()
            if not any(piece.charFormat().isImageFormat() for piece in pieces):
                shape.setLineHeight(_LINE, _PER_CENT)
            shape.setBottomMargin(look.current().px(Gap.SMALL))
            QTextCursor(block).setBlockFormat(shape)
            block = block.next()

    def _arrange(self) -> None:
        px = look.current().px
        head = QHBoxLayout()
        head.setSpacing(px(Gap.SMALL))
        head.addWidget(self.back_button)
        head.addWidget(self.contents)
        head.addStretch()
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(Gap.MEDIUM), px(Gap.MEDIUM), px(Gap.MEDIUM), px(Gap.MEDIUM))
        column.setSpacing(px(Gap.SMALL))
        column.addLayout(head)
        column.addWidget(self.search_box)
        column.addWidget(self.hits)
        column.addWidget(self.reader, 1)
        self.setMinimumWidth(px(320))

    def _connect(self) -> None:
        self.search_box.textChanged.connect(self._search)
        self.search_box.left.connect(self.hits.setFocus)
        self.hits.itemActivated.connect(self._choose)
        self.hits.itemClicked.connect(self._choose)
        self.reader.anchorClicked.connect(self._follow)
        self.contents.clicked.connect(self._show_contents)
        self.back_button.clicked.connect(self._back)
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search_box.setFocus)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.close)

    def _search(self, text: str) -> None:
        self._fill(text)
        self.hits.setVisible(bool(text.strip()))

    def _fill(self, text: str) -> None:
        self.hits.clear()
        found = presenter.find(text)
        for hit in found:
            words = tr("{title}　{line}", title=hit.title, line=hit.line) if hit.line else hit.title
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, hit.name)
            self.hits.addItem(item)
        if not found:
            nothing = QListWidgetItem(tr("没有找到。换个词试试，或看目录。"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.hits.addItem(nothing)
        self.hits.setCurrentRow(0)
        row = max(self.hits.sizeHintForRow(0), look.current().px(28))
        high = row * min(_HITS, self.hits.count()) + look.current().px(10)
        self.hits.setFixedHeight(min(high, max(2 * row, self.rect().height() // 3)))

    def _choose(self, item: QListWidgetItem) -> None:
        name = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(name, str):
            self.hits.hide()
            self.show_page(name)
            self._mark(self.search_box.text().split())
            self.reader.setFocus()

    def _mark(self, words: list[str]) -> None:
        """Show the first place of what was searched for."""
        if words:
            self.reader.find(words[0])

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.path().removesuffix(".md"))

    def _show_contents(self) -> None:
        self.search_box.clear()
        self._fill("")
        self.hits.show()
        self.hits.setFocus()

    def _back(self) -> None:
        if self._before:
            self._put(self._before.pop())

    def _stand_beside(self) -> None:
        """Stand at the right edge of the work's window, over it where there is no room beside."""
        owner = self.parentWidget()
        room = QApplication.primaryScreen().availableGeometry()
        wide = min(look.current().px(_WIDE), int(room.width() * _SHARE))
        frame = owner.window().frameGeometry() if owner is not None else room
        left = frame.right() + 1
        if left + wide > room.right():
            left = min(frame.right(), room.right()) - wide
        self.setGeometry(left, frame.top() + 30, wide, frame.height() - 40)
