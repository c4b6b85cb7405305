"""Puts a look on the application: font, palette, one small style sheet."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from caseworker_app.desktop.theme.look import Look, paint, remember
from caseworker_app.desktop.theme.tokens import Colours, Size, Text, Tone
from caseworker_app.paths import resource


def apply(app: QApplication, look: Look) -> None:
    """Make ``look`` the one in force. Widgets made before keep their fixed sizes: rebuild them."""
    remember(look)
    app.setFont(look.font(Text.BODY))
    app.setPalette(palette(look.colours))
    app.setStyleSheet(sheet(look))


def palette(colours: Colours) -> QPalette:
    made, role = QPalette(), QPalette.ColorRole
    for part, colour in (
        (role.Window, colours.window),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.hover),
        (role.Button, colours.surface),
        (role.Text, colours.text),
        (role.WindowText, colours.text),
        (role.ButtonText, colours.text),
        (role.PlaceholderText, colours.text3),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Link, colours.accent),
        (role.Mid, colours.line),
        (role.Accent, colours.accent),
    ):
        made.setColor(part, paint(colour))
    for part in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, paint(colours.text3))
    return made


def sheet(look: Look) -> str:
    """Return the style sheet; what is painted by hand (chips, choices, cards) is not in it."""
    return _editors(look) + _buttons(look) + _lists(look)


def _editors(look: Look) -> str:
    c, px = look.colours, look.px
    mode = "dark" if look.dark else "light"
    arrow = resource("icons", f"chevron_down_{mode}.svg").as_posix()
    wrong = c.tones[Tone.RED].text
    radius, focus = px(Size.RADIUS), px(Size.FOCUS)
    return f"""
QPushButton, QCheckBox, QTableView, QComboBox {{ outline: 0 }}
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.edge};
  border-radius: {radius}px; padding: 0 {px(10)}px; min-height: {px(Size.CONTROL) - 2}px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent} }}
QPlainTextEdit {{ padding: {px(6)}px {px(6)}px }}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover {{
  border-color: {c.text2} }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {{
  border: {focus}px solid {c.focus}; padding: 0 {px(10) - focus + 1}px;
  min-height: {px(Size.CONTROL) - 2 * focus}px }}
QPlainTextEdit:focus {{ padding: {px(6) - focus + 1}px }}
QLineEdit[wrong="true"] {{ border-color: {wrong} }}
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
QPlainTextEdit:disabled {{ background: {c.hover}; color: {c.text2}; border-color: {c.line} }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: {px(28)}px }}
QComboBox::down-arrow, QDateEdit::down-arrow {{
  image: url("{arrow}"); width: {px(16)}px; height: {px(16)}px }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge};
  selection-background-color: {c.accent_soft}; selection-color: {c.text} }}
"""


def _buttons(look: Look) -> str:
    c, px = look.colours, look.px
    mode = "dark" if look.dark else "light"
    tick = resource("icons", f"checkmark_{mode}.svg").as_posix()
    wrong = c.tones[Tone.RED].text
    radius, focus = px(Size.RADIUS), px(Size.FOCUS)
    return f"""
QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge};
  border-radius: {radius}px; padding: 0 {px(16)}px; min-height: {px(Size.CONTROL) - 2}px }}
QPushButton:hover {{ background: {c.hover}; border-color: {c.text2} }}
QPushButton:focus {{ border: {focus}px solid {c.focus}; padding: 0 {px(16) - focus + 1}px;
  min-height: {px(Size.CONTROL) - 2 * focus}px }}
QPushButton:disabled {{ background: {c.hover}; color: {c.text3}; border-color: {c.line} }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent};
  border-color: {c.accent}; font-weight: 600 }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover} }}
QPushButton[kind="primary"]:focus {{ border-color: {c.text} }}
QPushButton[kind="primary"]:disabled {{ background: {c.line}; color: {c.text2};
  border-color: {c.line} }}
QPushButton[kind="danger"] {{ color: {wrong}; border-color: {wrong} }}
QPushButton[kind="quiet"] {{ background: transparent; color: {c.accent};
  border: 1px solid transparent; padding: 0 {px(8)}px }}
QPushButton[kind="quiet"]:hover {{ background: {c.accent_soft} }}
QPushButton[kind="quiet"]:focus {{ border: {focus}px solid {c.focus};
  padding: 0 {px(8) - focus + 1}px }}
QPushButton[filter="true"] {{ border-color: {c.line}; padding: 0 {px(8)}px }}
QPushButton[filter="true"]:focus {{ border-color: {c.focus}; padding: 0 {px(8) - focus + 1}px }}
QPushButton[narrows="true"] {{ background: {c.accent_soft}; color: {c.accent};
  border-color: {c.accent}; font-weight: 600 }}
QCheckBox {{ spacing: {px(8)}px; min-height: {px(28)}px }}
QCheckBox::indicator, QListWidget::indicator {{ width: {px(18)}px; height: {px(18)}px;
  border: 1px solid {c.edge};
  border-radius: {px(4)}px; background: {c.surface} }}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{ background: {c.accent};
  border-color: {c.accent}; image: url("{tick}") }}
QCheckBox::indicator:focus {{ border: {focus}px solid {c.focus} }}
"""


def _lists(look: Look) -> str:
    c, px = look.colours, look.px
    focus = px(Size.FOCUS)
    return f"""
QTableView {{ background: {c.surface}; border: 0; selection-background-color: {c.accent_soft};
  selection-color: {c.text} }}
QListWidget {{ background: {c.surface}; border: 0; outline: 0 }}
QListWidget::item {{ padding: {px(5)}px {px(4)}px; border-radius: {px(6)}px; color: {c.text};
  border: {focus}px solid transparent }}
QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.text} }}
QListWidget::item:selected:active {{ border: {focus}px solid {c.focus} }}
QListWidget[offers="true"] {{ border: 1px solid {c.edge}; border-radius: {px(Size.RADIUS)}px }}
QListWidget[offers="true"]::item {{ padding: 0 {px(10)}px; border: 0; border-radius: 0 }}
QListWidget[offers="true"]::item:hover {{ background: {c.hover} }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge};
  padding: {px(4)}px }}
QMenu::item {{ padding: {px(8)}px {px(16)}px; border-radius: {px(4)}px }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text} }}
QHeaderView {{ background: transparent }}
QHeaderView::section {{ background: {c.surface}; color: {c.text2}; border: 0;
  border-bottom: 1px solid {c.line}; padding: 0 {px(12)}px; font-size: {px(Text.SMALL.pixels)}px;
  font-weight: 600 }}
QScrollArea {{ background: transparent; border: 0 }}
QAbstractScrollArea::corner {{ background: transparent; border: 0 }}
QScrollBar {{ background: transparent; border: 0 }}
QListWidget, QTextBrowser {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
  border-radius: {px(Size.RADIUS)}px; outline: 0 }}
QListWidget::item {{ padding: {px(6)}px {px(8)}px; border-radius: {px(4)}px }}
QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.text} }}
QListWidget:focus, QTextBrowser:focus {{ border: {px(Size.FOCUS)}px solid {c.focus} }}
QScrollBar:vertical {{ width: {px(12)}px }}
QScrollBar:horizontal {{ height: {px(12)}px }}
QScrollBar::handle {{ background: {c.edge}; border: {px(3)}px solid {c.surface};
  border-radius: {px(6)}px; min-height: {px(40)}px; min-width: {px(40)}px }}
QScrollBar::handle:hover {{ background: {c.text2} }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0 }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.edge};
  padding: {px(4)}px }}
"""
