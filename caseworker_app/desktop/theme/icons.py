"""Fluent icons, coloured when loaded and kept in Qt's own picture cache."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap, QPixmapCache

from caseworker_app.desktop.theme import look
from caseworker_app.desktop.theme.tokens import Shade, Size
from caseworker_app.paths import resource


def icon(name: str, shade: Shade = Shade.SECOND, active: Shade | None = None) -> QIcon:
    """Return an icon in one colour; ``active`` also gives the filled form for a checked button."""
    colours = look.current().colours
    made = QIcon(pixmap(name, getattr(colours, shade)))
    if active is not None:
        chosen = pixmap(name, getattr(colours, active), style="filled")
        made.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, colour: str, figure: int = Size.ICON, style: str = "regular") -> QPixmap:
    """Return an icon as a picture of ``figure`` × scale pixels, sharp on this screen."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    side = round(look.current().px(figure) * ratio)
    key = f"{name}:{style}:{colour}:{side}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _render(resource("icons", f"{name}_20_{style}.svg"), colour, side)
        found.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, found)
    return found


def side(figure: int = Size.ICON) -> QSize:
    """Return the size to give ``setIconSize``."""
    pixels = look.current().px(figure)
    return QSize(pixels, pixels)


def _render(file: Path, colour: str, pixels: int) -> QPixmap:
    svg = file.read_bytes().replace(b"<svg ", f'<svg fill="{colour}" '.encode(), 1)
    buffer = QBuffer()
    buffer.setData(QByteArray(svg))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(pixels, pixels))
    return QPixmap.fromImageReader(reader)
