from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseworker_app.desktop.widgets.filter_chip import FilterPopup, Line


def test_that_lines_are_found_by_their_words_and_not_by_their_counts(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    popup = FilterPopup(around, "村（社区）")
    popup.show_lines([Line("a", "河埠3组", 12), Line("b", "小营社区", 3)], frozenset())
    popup.search.setText("3")
    assert [popup.lines.item(at).isHidden() for at in range(2)] == [False, True]
